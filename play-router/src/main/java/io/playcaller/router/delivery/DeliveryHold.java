package io.playcaller.router.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That nothing is sent to any tool for now.
 *
 * @param since real time
 * @param by who said so; null where the service found that its database was restored: it ends by itself when each tool that
 *     keeps tasks was compared
 */
public record DeliveryHold(
        Instant since, String because, @Nullable String by) {}
