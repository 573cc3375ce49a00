package io.playcaller.router.staff;

import io.playcaller.contracts.Ids;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * How one of our people stands to a task: why they cannot have it, to be said after their name, and how much they have to do
 * already.
 *
 * @param need of the customer
 */
record Presence(Assigner assigner, Ask ask, Workload workload, Need need) {

    private static final int PERCENT = 100;

    /** A load is told in parts of this. */
    private static final long WHOLE = 1_000_000;

    private Diary diary() {
        return assigner.diary();
    }

    private Coverage.Pools pools() {
        return assigner.coverage().pools();
    }

    /** Neither here nor with room. */
    Optional<String> whyNot(StaffMember person) {
        return whyNotHere(person).or(() -> whyNoRoom(person));
    }

    Optional<String> whyNotHere(StaffMember person) {
        if (person.staffId().equals(assigner.except())) {
            return Optional.of("has it");
        }
        if (person.hasLeft(diary().now())) {
            return Optional.of("has left");
        }
        if (person.leaves()) {
            return Optional.of("is about to leave");
        }
        return person.absenceOn(diary().today(person)).map(away -> "is away until " + away.until());
    }

    /** A pool is joined for good, a role may be held for a time. */
    Optional<String> whyNotInRole(StaffMember person, String role) {
        boolean holds = isPool(role) || person.holds(role, diary().today(person));
        return holds ? whyNotHere(person) : Optional.of(person.whyNotNow(role, diary().today(person)));
    }

    /** Their day is full. */
    Optional<String> whyNoRoom(StaffMember person) {
        return isFull(person) && !ask.atOnce()
                ? Optional.of("has had " + limit().tasks() + " new tasks of " + diary().day(person))
                : Optional.empty();
    }

    /** Whether it comes on top of a full day. */
    boolean isBeyond(StaffMember person) {
        return ask.atOnce() && ask.minutes() > 0 && isFull(person);
    }

    private boolean isFull(StaffMember person) {
        return limit().isLimited() && isFull(person, diary().day(person));
    }

    private boolean isFull(StaffMember person, LocalDate day) {
        return workload.begun(person.staffId(), day) >= limit().tasks();
    }

    private Coverage.Day limit() {
        return assigner.coverage().day();
    }

    /** The first of their next working days that is not full. */
    Optional<LocalDate> nextRoom(StaffMember person) {
        return diary().daysAfter(person)
                .limit(limit().ahead())
                .filter(day -> !isFull(person, day))
                .findFirst();
    }

    Optional<String> whyUnfit(StaffMember person) {
        return need.missedBy(person, diary(), pools().overlapHours());
    }

    /** The week does not hold it. */
    Optional<String> whyNoMinutes(StaffMember person) {
        int free = capacity(person) - workload.of(person.staffId());
        return free >= ask.minutes()
                ? Optional.empty()
                : Optional.of("has " + Math.max(0, free) + " of " + ask.minutes() + " min left this week");
    }

    /** With this task, as part of what their week holds. */
    long loadWith(StaffMember person) {
        long minutes = workload.of(person.staffId()) + (long) ask.minutes();
        return minutes * WHOLE / Math.max(1, capacity(person));
    }

    /** Whether somebody's load is no further above that of the least loaded than is fair. */
    boolean isNear(StaffMember person, StaffMember least) {
        return loadWith(person) * PERCENT <= loadWith(least) * (PERCENT + pools().fairnessPercent());
    }

    private int capacity(StaffMember person) {
        return diary().minutesThisWeek(person) * pools().sharePercent() / PERCENT;
    }

    /** The lower is drawn. */
    UUID draw(StaffMember person) {
        return Ids.derived("assignment-draw", ask.draw(), person.staffId());
    }

    boolean isPool(String role) {
        return !assigner.directory().inPool(poolOf(role)).isEmpty();
    }

    /** Those among whom a role's work is shared, in words. */
    String groupOf(String role) {
        return isPool(role) ? "pool " + poolOf(role) : "those who are " + role;
    }

    private String poolOf(String role) {
        return assigner.chains().role(role).pool();
    }
}
