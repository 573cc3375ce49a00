package io.playcaller.router.sla;

import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.work.Clock;
import io.playcaller.router.calendar.BusinessTime;
import io.playcaller.router.calendar.BusinessTime.Unit;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * What happens to one clock, drawn at random, all of it on whole minutes.
 *
 * @param calendar by which it starts; of a person
 * @param events in order
 */
record ClockLife(Clock clock, SlaPolicy policy, String calendar, Instant start, List<Event> events, Instant end) {

    private static final int LONGEST_STEP_MINUTES = 2_400;
    private static final List<Clock> CLOCKS = List.of(Clock.ACCEPT, Clock.FIRST_TOUCH, Clock.COMPLETE);
    private static final List<String> TOLD = List.of("lead", "director", "executive-sponsor");

    /** Something that happens to it. */
    sealed interface Event {
        Instant at();
    }

    record Pause(Instant at) implements Event {}

    record Resume(Instant at) implements Event {}

    /** Another policy, or another calendar, or both. */
    record Edit(Instant at, SlaPolicy policy, String calendar) implements Event {}

    /** Whether it waits for a person who is away; the severity of a life stays as it is. */
    boolean waits() {
        return clock != Clock.ACCEPT && policy.severity() != Severity.CRITICAL;
    }

    long count(Class<? extends Event> kind) {
        return events.stream().filter(kind::isInstance).count();
    }

    static ClockLife draw(SplittableRandom random, MinuteMaps maps) {
        Clock clock = CLOCKS.get(random.nextInt(CLOCKS.size()));
        Severity severity = random.nextInt(4) == 0 ? Severity.CRITICAL : Severity.HIGH;
        SlaPolicy policy = policy(random, clock, severity);
        String calendar = maps.draw(random);
        Instant start = maps.drawStart(random, calendar);
        List<Event> events = new ArrayList<>();
        Instant at = start;
        boolean paused = false;
        for (int left = random.nextInt(5); left > 0; left--) {
            at = at.plus(random.nextInt(LONGEST_STEP_MINUTES), ChronoUnit.MINUTES);
            if (random.nextBoolean()) {
                events.add(paused ? new Resume(at) : new Pause(at));
                paused = !paused;
            } else {
                SlaPolicy next = random.nextBoolean() ? policy : policy(random, clock, severity);
                events.add(new Edit(at, next, random.nextBoolean() ? calendar : maps.draw(random)));
            }
        }
        if (paused) {
            at = at.plus(random.nextInt(LONGEST_STEP_MINUTES), ChronoUnit.MINUTES);
            events.add(new Resume(at));
        }
        return new ClockLife(
                clock, policy, calendar, start, events, at.plus(random.nextInt(5_000), ChronoUnit.MINUTES));
    }

    private static SlaPolicy policy(SplittableRandom random, Clock clock, Severity severity) {
        BusinessTime target = random.nextInt(3) == 0
                ? new BusinessTime(1 + random.nextInt(3), Unit.DAY)
                : new BusinessTime(20 * (1 + random.nextInt(60)), Unit.MINUTE);
        List<EscalationStep> ladder = new ArrayList<>();
        for (int step = random.nextInt(4); step > 0; step--) {
            BusinessTime extra = random.nextBoolean() ? null : new BusinessTime(1 + random.nextInt(9), Unit.HOUR);
            int repeat = random.nextInt(3);
            ladder.add(new EscalationStep(
                    random.nextInt(4) == 0 ? AlarmKind.REASSIGN : AlarmKind.ESCALATE,
                    random.nextInt(3) == 0 ? Set.of(Clock.ACCEPT, Clock.COMPLETE) : Set.of(),
                    5 * (1 + random.nextInt(40)),
                    extra,
                    repeat,
                    repeat == 0 ? null : new BusinessTime(1 + random.nextInt(9), Unit.HOUR),
                    TOLD.get(random.nextInt(TOLD.size()))));
        }
        SlaTargets targets = new SlaTargets(Map.of(clock, target));
        return new SlaPolicy(severity, targets, SlaTargets.NONE, null, 5 * (1 + random.nextInt(19)), ladder);
    }
}
