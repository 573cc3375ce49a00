package io.playcaller.contracts.health;

import io.playcaller.contracts.Money;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What kind of customer this is now. Computed by health-service and nowhere else.
 *
 * @param arr ARR of the open contracts; null without a contract
 * @param renewalOn end of the open contract that ends first, of those of which is still to be decided what follows; past where
 *     nobody has decided yet; null where none ends
 * @param noticeBy last day to declare its cancellation
 */
public record Profile(
        String segment,
        String tier,
        String stage,
        Instant stageSince,
        @Nullable Money arr,
        @Nullable LocalDate renewalOn,
        @Nullable LocalDate noticeBy) {}
