package io.playcaller.router.sla;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a clock is given and what it says on the way, in business time: a run of it is this plan on a calendar.
 *
 * @param steps in the order in which it says them
 */
record ClockPlan(Duration target, List<Step> steps) {

    /**
     * Something to say.
     *
     * @param after business time from the start
     * @param tell as {@link EscalationStep#tell()}; null where the task's own people are told
     */
    record Step(AlarmKind kind, Duration after, @Nullable String tell) {

        boolean isSaidBy(Alarm alarm) {
            return kind == alarm.kind() && Objects.equals(tell, alarm.tell());
        }
    }

    /** Orders the steps; what falls together is said breach first. */
    ClockPlan {
        steps = steps.stream()
                .sorted(Comparator.comparing(Step::after).thenComparing(Step::kind))
                .toList();
    }

    /** The steps that none of {@code said} has said: each says one. */
    List<Step> without(List<Alarm> said) {
        List<Step> left = new ArrayList<>(steps);
        for (Alarm alarm : said) {
            left.stream().filter(step -> step.isSaidBy(alarm)).findFirst().ifPresent(left::remove);
        }
        return left;
    }
}
