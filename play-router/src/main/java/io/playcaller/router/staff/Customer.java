package io.playcaller.router.staff;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What of an account decides who serves it; null what is not known.
 *
 * @param country two capital letters
 */
public record Customer(
        @Nullable String accountId,
        @Nullable String tier,
        @Nullable String country,
        @Nullable String industry,
        @Nullable ZoneId zone) {

    /** Nobody, or somebody of whom nothing is known. */
    public static final Customer UNKNOWN = new Customer(null, null, null, null, null);
}
