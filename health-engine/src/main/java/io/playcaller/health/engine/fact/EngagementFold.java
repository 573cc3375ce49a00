package io.playcaller.health.engine.fact;

import io.playcaller.contracts.fact.MilestoneChanged;
import io.playcaller.contracts.fact.ObjectiveChanged;
import io.playcaller.contracts.fact.SurveyAnswered;
import io.playcaller.contracts.fact.SurveyKind;
import io.playcaller.contracts.fact.TouchKind;
import io.playcaller.contracts.fact.TouchRecorded;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Milestones and objectives: the newest by event time stands, and nothing has happened later than it was told.
 * Answers and touches: see {@link Answers} and {@link Touches}.
 */
final class EngagementFold {

    /** What was reached longest ago goes first; among what is not, what was heard of longest ago. */
    private static final Comparator<Version<Milestone>> LEAST_NEEDED_MILESTONE =
            Comparator.<Version<Milestone>>comparingLong(
                            version -> version.value().reachedAt())
                    .thenComparingLong(Version::at);

    private static final Comparator<Version<Objective>> LEAST_NEEDED_OBJECTIVE =
            Comparator.<Version<Objective>>comparingLong(
                            version -> version.value().achievedAt())
                    .thenComparingLong(Version::at);

    /** Percent of a milestone that is reached as it should be. */
    private static final int WHOLE = 100;

    /** Longer ids are shortened. */
    private static final int ID = 40;

    private EngagementFold() {}

    static Folded answer(Facts facts, Arrival arrival, SurveyAnswered answered) {
        long person = answered.personId() == null ? Answer.NOBODY : Fingerprint.of(answered.personId());
        Answer answer = new Answer(arrival.at(), arrival.tie(), answered.score(), person);
        if (answered.survey() == SurveyKind.NPS) {
            return new Folded(facts.engagement(facts.engagement().nps(answer)), arrival.at(), true);
        }
        if (answered.survey() == SurveyKind.CSAT) {
            return new Folded(facts.engagement(facts.engagement().csat(answer)), arrival.at(), true);
        }
        return Folded.unchanged(facts);
    }

    static Folded milestone(Facts facts, Arrival arrival, MilestoneChanged changed) {
        Milestone milestone = new Milestone(
                millis(changed.dueAt()),
                happened(changed.reachedAt(), arrival),
                changed.value() == null ? Milestone.NO_VALUE : Math.max(0, Math.min(changed.value(), WHOLE)));
        Keyed<Milestone> before = facts.engagement().milestones();
        Keyed<Milestone> after = before.with(
                Fingerprint.bounded(changed.milestone(), ID),
                arrival.version(milestone),
                Engagement.MILESTONES,
                LEAST_NEEDED_MILESTONE);
        long from = Math.min(arrival.at(), milestone.reachedAt());
        return new Folded(facts.engagement(facts.engagement().milestones(after)), from, true);
    }

    static Folded objective(Facts facts, Arrival arrival, ObjectiveChanged changed) {
        Objective objective = new Objective(
                millis(changed.dueAt()), happened(changed.achievedAt(), arrival), changed.confirmedBy() != null);
        Keyed<Objective> before = facts.engagement().objectives();
        Keyed<Objective> after = before.with(
                Fingerprint.bounded(changed.objectiveId(), ID),
                arrival.version(objective),
                Engagement.OBJECTIVES,
                LEAST_NEEDED_OBJECTIVE);
        long from = Math.min(arrival.at(), objective.achievedAt());
        return new Folded(facts.engagement(facts.engagement().objectives(after)), from, true);
    }

    static Folded touch(Facts facts, Arrival arrival, TouchRecorded recorded) {
        boolean counts =
                recorded.staffId() != null && recorded.kind() != TouchKind.NOTE && recorded.kind() != TouchKind.UNKNOWN;
        if (!counts) {
            return Folded.unchanged(facts);
        }
        List<Long> people = recorded.personIds().stream().map(Fingerprint::of).toList();
        Touches touches = facts.engagement()
                .touches()
                .with(
                        new Touch(arrival.at(), arrival.tie()),
                        people,
                        facts.register().contacts());
        return new Folded(facts.engagement(facts.engagement().touches(touches)), arrival.at(), true);
    }

    private static long happened(@Nullable Instant instant, Arrival arrival) {
        return instant == null ? Long.MAX_VALUE : Math.min(instant.toEpochMilli(), arrival.at());
    }

    private static long millis(@Nullable Instant instant) {
        return instant == null ? Long.MAX_VALUE : instant.toEpochMilli();
    }
}
