package io.playcaller.router.task;

import io.playcaller.contracts.work.Clock;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.sla.SlaClock;
import io.playcaller.router.sla.SlaPolicy;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The policies that the clocks of a task follow.
 *
 * @param own that of its play
 * @param joined those of signals that came to it
 */
record ClockPolicies(SlaPolicy own, List<SlaPolicy> joined) {

    static ClockPolicies of(SlaPolicy own, List<JoinedPolicy> joined) {
        return new ClockPolicies(own, joined.stream().map(JoinedPolicy::policy).toList());
    }

    /** A run by the policy that gives it the least time; empty where none runs the clock. When a play gives up is its own. */
    Optional<SlaClock> start(Clock clock, int cycle, Instant now, BusinessCalendar calendar) {
        return (clock == Clock.GIVE_UP ? Stream.of(own) : all())
                .flatMap(policy -> policy.start(clock, cycle, now, calendar).stream())
                .min(Comparator.comparing(SlaClock::dueAt));
    }

    /**
     * The policy that gave a run its time; the task's own where none of them would give it so much any more.
     *
     * @param ofPerson calendar of who had the task when it did
     */
    SlaPolicy of(SlaClock run, BusinessCalendar ofPerson) {
        return all().filter(policy -> policy.gave(run, ofPerson)).findFirst().orElse(own);
    }

    private Stream<SlaPolicy> all() {
        return Stream.concat(Stream.of(own), joined.stream());
    }
}
