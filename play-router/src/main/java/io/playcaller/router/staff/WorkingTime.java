package io.playcaller.router.staff;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When somebody works.
 *
 * @param calendar id of their working hours, by which the clocks of their tasks run
 * @param minutesAWeek working minutes that they have for tasks
 * @param leavesAt from then on they may do nothing here; with a day set, however far ahead, no new work is found for them; null while
 *     they stay
 */
public record WorkingTime(
        String calendar,
        List<Absence> absences,
        int minutesAWeek,
        @Nullable Instant leavesAt) {

    public WorkingTime {
        absences = List.copyOf(absences);
    }
}
