package io.playcaller.health.engine.episode;

import io.playcaller.contracts.health.Contribution;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.SignalKind;
import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.Fingerprint;
import io.playcaller.health.engine.judgement.Reminders;
import io.playcaller.health.engine.measure.Words;
import io.playcaller.health.engine.model.Condition;
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
import org.jspecify.annotations.Nullable;

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

    /**
     * What an open episode is about, without the words for it: asked at every look at the account.
     *
     * @param also the reasons besides the first
     * @param subjects fingerprints of the tickets or milestones that it is about now
     */
    record Matter(Reason reason, List<Reason> also, Set<Long> subjects) {

        static Matter of(Reason reason) {
            return new Matter(reason, List.of(), Set.of());
        }
    }

    Matter matter(Spell spell, Assessment now) {
        if (spell.rule() == Rules.SCORE) {
            return score(losses(now));
        }
        if (Rules.once(spell.rule())) {
            return Matter.of(Rules.onceReason(spell.rule()));
        }
        return direct(model.signals().direct(Rules.condition(spell.rule())), now);
    }

    /** @param known fingerprints of the tickets or milestones that people were told of */
    Finding of(Spell spell, Track track, Assessment now, Set<Long> known) {
        Matter matter = matter(spell, now);
        if (spell.rule() == Rules.SCORE) {
            return finding(matter, sentence(spell, track, now), losses(now), null);
        }
        if (Rules.once(spell.rule())) {
            String sentence = matter.reason() == Reason.LIFE_OVERRIDE_EXPIRING
                    ? Reminders.sentence(now.context().view().facts().judgement(), spell.openedAt())
                    : matter.reason().sentence();
            return finding(matter, sentence, List.of(), null);
        }
        DirectRule rule = model.signals().direct(Rules.condition(spell.rule()));
        List<Contribution> own = matter.reason().kind() == SignalKind.RISK
                ? losses(now).stream()
                        .filter(loss -> loss.reason() == matter.reason())
                        .toList()
                : List.of();
        List<String> themes = rule.condition() == Condition.RECURRING_ISSUE ? Conditions.subjects(rule, now) : null;
        return finding(matter, ConditionWords.sentence(rule, spell, now, known), own, themes);
    }

    private static Finding finding(
            Matter matter, String sentence, List<Contribution> contributions, @Nullable List<String> themes) {
        return new Finding(matter.reason(), matter.also(), sentence, contributions, matter.subjects(), themes);
    }

    private List<Contribution> losses(Assessment now) {
        return now.scored() ? words.losses(now) : List.of();
    }

    private static Matter direct(DirectRule rule, Assessment now) {
        Set<Long> subjects =
                Conditions.subjects(rule, now).stream().map(Fingerprint::of).collect(Collectors.toUnmodifiableSet());
        return new Matter(rule.condition().reason(), List.of(), subjects);
    }

    private static Matter score(List<Contribution> losses) {
        List<Reason> reasons = floorFirst(losses)
                .filter(loss -> loss.points() <= -WORTH_NAMING)
                .map(Contribution::reason)
                .filter(Objects::nonNull)
                .distinct()
                .limit(MOST_REASONS)
                .toList();
        Reason first = reasons.isEmpty() ? Reason.USAGE_LEVEL_LOW : reasons.get(0);
        List<Reason> also = reasons.isEmpty() ? List.of() : reasons.subList(1, reasons.size());
        return new Matter(first, also, Set.of());
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
