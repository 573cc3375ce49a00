package io.playcaller.router.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One of our people.
 *
 * @param staffId what an account's owners name
 * @param manager staff id; null at the top
 * @param pools pools in which they take work that names nobody
 * @param calendar their working hours, by which the clocks of their tasks run
 * @param minutesAWeek working minutes that they have for tasks
 */
public record StaffMember(
        String staffId,
        String name,
        String email,
        Set<String> roles,
        @Nullable String manager,
        Set<String> pools,
        String calendar,
        List<Absence> absences,
        int minutesAWeek) {

    public boolean isAway(LocalDate day) {
        return absenceOn(day).isPresent();
    }

    public Optional<Absence> absenceOn(LocalDate day) {
        return absences.stream().filter(absence -> absence.covers(day)).findFirst();
    }
}
