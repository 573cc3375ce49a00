package io.playcaller.forecast.engine.process;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A signal that holds now. It says nothing that changes with each day, so that the same condition is the same signal.
 *
 * @param evidence what shows it, in sentences
 * @param since the day from which on it holds by the terms of the contract alone; null where it follows from what people did
 */
public record WantedSignal(
        Reason reason,
        Severity severity,
        String sentence,
        List<String> evidence,
        @Nullable LocalDate since) {

    /** Whether it held by the terms before {@code day}. */
    public boolean heldBefore(LocalDate day) {
        return since != null && since.isBefore(day);
    }
}
