package io.playcaller.forecast.memory.in;

import io.playcaller.chassis.problem.FieldFault;
import io.playcaller.forecast.day.WrittenDay;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Days of requests. */
final class Days {

    private Days() {}

    /** The day; empty, with a fault, where there is none. */
    static Optional<LocalDate> read(String field, @Nullable String text, List<FieldFault> faults) {
        try {
            return Optional.of(WrittenDay.read(text == null ? "" : text));
        } catch (DateTimeException e) {
            faults.add(new FieldFault(field, "a day, such as 2026-01-01", text == null ? "nothing" : text));
            return Optional.empty();
        }
    }

    /** Says so where {@code until} is no day after {@code from}. */
    static void inOrder(Optional<LocalDate> from, Optional<LocalDate> until, List<FieldFault> faults) {
        if (from.isPresent() && until.isPresent() && !until.get().isAfter(from.get())) {
            faults.add(new FieldFault(
                    "until", "a day after " + from.get(), until.get().toString()));
        }
    }
}
