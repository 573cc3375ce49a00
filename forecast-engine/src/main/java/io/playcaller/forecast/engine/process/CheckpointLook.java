package io.playcaller.forecast.engine.process;

import io.playcaller.contracts.reason.Severity;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a renewal stands between its checkpoints. Only the last one that has passed counts: what an earlier one asked for
 * and a later one no longer does is no fault any more.
 *
 * @param passed null before the first
 * @param missing what {@code passed} asks for and is not true now; it is missed while there is anything
 * @param next null after the last
 * @param nextOn its day
 */
public record CheckpointLook(
        @Nullable Checkpoint passed,
        List<String> missing,
        @Nullable Checkpoint next,
        @Nullable LocalDate nextOn) {

    private static final CheckpointLook NONE = new CheckpointLook(null, List.of(), null, null);

    /** How a renewal that is decided on {@code decidedOn} stands. */
    static CheckpointLook of(List<Checkpoint> checkpoints, String tier, LocalDate decidedOn, RenewalFacts facts) {
        List<Checkpoint> its = checkpoints.stream()
                .filter(checkpoint -> checkpoint.tiers().contains(tier))
                .toList();
        Optional<Checkpoint> passed = its.stream()
                .filter(checkpoint -> checkpoint.day(decidedOn).isBefore(facts.today()))
                .min(Comparator.comparingInt(Checkpoint::daysBefore));
        Optional<Checkpoint> next = its.stream()
                .filter(checkpoint -> !checkpoint.day(decidedOn).isBefore(facts.today()))
                .max(Comparator.comparingInt(Checkpoint::daysBefore));
        return new CheckpointLook(
                passed.orElse(null),
                passed.map(checkpoint -> Criterion.missing(checkpoint.needs(), facts))
                        .orElse(List.of()),
                next.orElse(null),
                next.map(checkpoint -> checkpoint.day(decidedOn)).orElse(null));
    }

    /** That of a renewal without checkpoints. */
    static CheckpointLook none() {
        return NONE;
    }

    /** How grave it is that {@code passed} is missed; empty when it is not. */
    Optional<Severity> missed() {
        return passed == null || missing.isEmpty() ? Optional.empty() : Optional.of(passed.severity());
    }
}
