package io.playcaller.router.sla;

import io.playcaller.router.calendar.BusinessTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The life of a clock as somebody counts it who looks at the calendar each minute. Slow, and obviously right. */
final class CountedLife {

    /** Something that the clock said, and when it was to. */
    record Said(AlarmKind kind, String tell, Instant at) {}

    /** Something to say once so many minutes are used up. */
    private record Step(AlarmKind kind, String tell, long after) {}

    private final ClockLife life;
    private final MinuteMaps maps;
    private final List<Said> said = new ArrayList<>();
    private SlaPolicy policy;
    private String calendar;
    private List<Step> unsaid;
    private boolean paused;
    private long used;

    private CountedLife(ClockLife life, MinuteMaps maps) {
        this.life = life;
        this.maps = maps;
        this.policy = life.policy();
        this.calendar = life.calendar();
        this.unsaid = steps();
    }

    static CountedLife of(ClockLife life, MinuteMaps maps) {
        CountedLife counted = new CountedLife(life, maps);
        counted.walk();
        return counted;
    }

    private void walk() {
        BitSet open = maps.open(calendar, life.waits());
        int next = 0;
        for (int minute = MinuteMaps.index(life.start()); minute <= MinuteMaps.index(life.end()); minute++) {
            say(minute);
            while (next < life.events().size()
                    && MinuteMaps.index(life.events().get(next).at()) == minute) {
                take(life.events().get(next++));
                open = maps.open(calendar, life.waits());
                say(minute);
            }
            if (!paused && minute < MinuteMaps.index(life.end()) && open.get(minute)) {
                used++;
            }
        }
    }

    private void take(ClockLife.Event event) {
        if (event instanceof ClockLife.Edit edit) {
            policy = edit.policy();
            calendar = edit.calendar();
            unsaid = steps();
            said.forEach(this::forget);
        } else {
            paused = event instanceof ClockLife.Pause;
        }
    }

    /** What was said once is not said again. */
    private void forget(Said before) {
        unsaid.stream()
                .filter(step -> step.kind() == before.kind() && step.tell().equals(before.tell()))
                .findFirst()
                .ifPresent(unsaid::remove);
    }

    private void say(int minute) {
        while (!paused && !unsaid.isEmpty() && unsaid.get(0).after() <= used) {
            Step step = unsaid.remove(0);
            said.add(new Said(step.kind(), step.tell(), MinuteMaps.instant(minute)));
        }
    }

    private List<Step> steps() {
        long target = minutes(policy.own().of(life.clock()).by(maps.calendar(calendar)));
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(AlarmKind.WARN, "null", target * policy.warnPercent() / 100));
        steps.add(new Step(AlarmKind.BREACH, "null", target));
        for (EscalationStep step : policy.ladder()) {
            if (!step.clocks().isEmpty() && !step.clocks().contains(life.clock())) {
                continue;
            }
            long at = target * step.percent() / 100 + minutes(step.afterBreach());
            steps.add(new Step(step.kind(), step.tell(), at));
            for (int more = 0; more < step.repeat(); more++) {
                at += minutes(step.every());
                steps.add(new Step(step.kind(), step.tell(), at));
            }
        }
        steps.sort(Comparator.comparingLong(Step::after).thenComparing(Step::kind));
        return steps;
    }

    private long minutes(@Nullable BusinessTime amount) {
        return amount == null ? 0 : minutes(amount.by(maps.calendar(calendar)));
    }

    private static long minutes(Duration amount) {
        return amount.toMinutes();
    }

    List<Said> said() {
        return said;
    }

    long used() {
        return used;
    }

    Optional<Instant> breachedAt() {
        return said.stream()
                .filter(one -> one.kind() == AlarmKind.BREACH)
                .map(Said::at)
                .findFirst();
    }
}
