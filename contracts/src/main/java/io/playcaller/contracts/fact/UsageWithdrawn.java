package io.playcaller.contracts.fact;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * All usage of the account on these UTC days, of whatever source, that stands before this in the log is gone. What comes after
 * it counts anew, so that days are corrected by withdrawing them and sending their usage again under new ids. Its place in the
 * log decides, as with an activation.
 *
 * @param from the first day
 * @param until the last day, the same or later
 * @param reason null when nobody said
 * @param staffId our person who withdrew it; null when a source did
 */
public record UsageWithdrawn(
        String accountId,
        LocalDate from,
        LocalDate until,
        @Nullable CorrectionReason reason,
        @Nullable String staffId) {}
