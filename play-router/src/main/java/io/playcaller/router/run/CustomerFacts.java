package io.playcaller.router.run;

import io.playcaller.contracts.health.Grade;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.MeasureScore;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the exits of plays ask of a customer, as health-service told it last, and which hand-overs of it were accepted here.
 *
 * @param grade null while there is none
 * @param stage of its life; null while nothing was told
 * @param lastTouchAt null when there never was one
 * @param adoption thousandths of 0 to 100; 0 while nothing is known of it
 * @param points of measures, milli-points of 0 to 100,000; those without a value are not here
 * @param handOvers by role, when a hand-over of the account in it was accepted last; null in what was stored before there was any
 */
public record CustomerFacts(
        @Nullable Grade grade,
        @Nullable String stage,
        Set<String> milestones,
        @Nullable Instant lastTouchAt,
        long adoption,
        Map<String, Long> points,
        Map<String, Instant> handOvers) {

    /** Before anything was told. */
    public static final CustomerFacts UNKNOWN = new CustomerFacts(null, null, Set.of(), null, 0, Map.of(), Map.of());

    public CustomerFacts {
        milestones = Set.copyOf(milestones);
        points = Map.copyOf(points);
        handOvers = handOvers == null ? Map.of() : Map.copyOf(handOvers);
    }

    /** The same with hand-overs that were accepted. */
    public CustomerFacts handedOver(Map<String, Instant> accepted) {
        return new CustomerFacts(grade, stage, milestones, lastTouchAt, adoption, points, accepted);
    }

    /** What was measured counts only while there is something to measure. */
    public static CustomerFacts of(HealthChanged health) {
        boolean gone = health.confidence() == 0;
        Map<String, Long> points = new HashMap<>();
        for (MeasureScore measure : health.measures()) {
            if (measure.points() != null && !gone) {
                points.put(measure.measure(), measure.points());
            }
        }
        return new CustomerFacts(
                gone ? null : health.grade(),
                health.profile().stage(),
                Set.copyOf(health.milestones()),
                health.lastTouchAt(),
                gone ? 0 : Objects.requireNonNullElse(health.adoptionIndex(), 0L),
                points,
                Map.of());
    }
}
