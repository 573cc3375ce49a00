package io.playcaller.health.engine.episode;

import io.playcaller.contracts.health.Contribution;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.SignalKind;
import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.Fingerprint;
import io.playcaller.health.engine.judgement.Reminders;
import io.playcaller.health.engine.measure.Words;
import io.playcaller.health.engine.model.DirectRule;
import io.playcaller.health.engine.model.HealthModel;
import io.playcaller.health.engine.model.RiskRule;
import io.playcaller.health.engine.score.Assessment;
import io.playcaller.health.engine.score.HealthWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why an episode is open: its reasons, its sentence and its evidence. */
final class Findings {

    /** A reason besides the first must cost so much, milli-points. */
    private static final long WORTH_NAMING = 2_000;

    private static final int MOST_REASONS = 4;

    private final HealthModel model;
    private final HealthWriter words;

    Findings(HealthModel model, HealthWriter words) {
        this.model = model;
        this.words = words;
    }

    /** @param known fingerprints of the tickets or milestones that people were told of */
    Finding of(Spell spell, Track track, Assessment now, Set<Long> known) {
        if (spell.rule() == Rules.SCORE) {
            return score(spell, track, now);
        }
        if (Rules.once(spell.rule())) {
            Reason reason = Rules.onceReason(spell.rule());
            String sentence = reason == Reason.LIFE_OVERRIDE_EXPIRING
                    ? Reminders.sentence(now.context().view().facts().judgement(), spell.openedAt())
                    : reason.sentence();
            return new Finding(reason, List.of(), sentence, List.of(), Set.of());
        }
        return direct(model.signals().direct(Rules.condition(spell.rule())), spell, now, known);
    }

    private Finding direct(DirectRule rule, Spell spell, Assessment now, Set<Long> known) {
        Reason reason = rule.condition().reason();
        String sentence = ConditionWords.sentence(rule, spell, now, known);
        List<Contribution> own = now.scored() && reason.kind() == SignalKind.RISK
                ? words.losses(now).stream()
                        .filter(loss -> loss.reason() == reason)
                        .toList()
                : List.of();
        Set<Long> subjects =
                Conditions.subjects(rule, now).stream().map(Fingerprint::of).collect(Collectors.toUnmodifiableSet());
        return new Finding(reason, List.of(), sentence, own, subjects);
    }

    private Finding score(Spell spell, Track track, Assessment now) {
        List<Contribution> losses = now.scored() ? words.losses(now) : List.of();
        List<Reason> reasons = floorFirst(losses)
                .filter(loss -> loss.points() <= -WORTH_NAMING)
                .map(Contribution::reason)
                .filter(Objects::nonNull)
                .distinct()
                .limit(MOST_REASONS)
                .toList();
        Reason first = reasons.isEmpty() ? Reason.USAGE_LEVEL_LOW : reasons.get(0);
        List<Reason> also = reasons.isEmpty() ? List.of() : reasons.subList(1, reasons.size());
        return new Finding(first, also, sentence(spell, track, now), losses, Set.of());
    }

    /** Where a floor holds the score, it is why. */
    private static Stream<Contribution> floorFirst(List<Contribution> losses) {
        return losses.stream().sorted(Comparator.comparing(loss -> loss.measure() != null));
    }

    private String sentence(Spell spell, Track track, Assessment now) {
        String by = now.overridden().whole() ? "; set by hand" : "";
        String health =
                now.scored() ? "Health is " + now.score() / 1000 + " (" + words.grade(now) + by + ")" : "Health";
        long fell = fell(spell, track);
        if (now.floored()) {
            return health + ", held down by a severe ticket";
        }
        if (fell >= model.signals().risk().drop()) {
            return health + "; it lost " + Words.count(fell / 1000, "point") + " in the "
                    + Words.count(model.signals().risk().dropWithin().toDays(), "day") + " to "
                    + Days.date(Days.of(spell.lastOpened()));
        }
        RiskRule risk = model.signals().risk();
        boolean mended = now.scored() && now.score() >= risk.openBelow();
        return health + (mended ? ", but by finished days was below " : ", below ") + risk.openBelow() / 1000 + " for "
                + Words.count(risk.openFor().toDays(), "day");
    }

    /** How far the score had fallen when the episode opened. */
    private long fell(Spell spell, Track track) {
        return track.fall(
                spell.lastOpened(), model.signals().risk().dropWithin().toMillis());
    }
}
