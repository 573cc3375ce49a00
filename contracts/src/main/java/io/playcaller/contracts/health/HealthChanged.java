package io.playcaller.contracts.health;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The score of an account after a change that people read: in whole points, or in what else stands here. What was less is announced
 * with it, or at midnight.
 *
 * @param at event time of the change, on the log's clock
 * @param knownAt log time at which it was known; later than {@code at} for late facts
 * @param score milli-points, 0 to 100,000
 * @param previousScore null for the first score, and for the first after there was none
 * @param contributions sum exactly to {@code score - previousScore}
 * @param adoptionIndex thousandths of 0 to 100; null while nothing of what it is made of is known, which is not 0: nobody uses it
 * @param confidence millionths: the weight of the inputs that are present and fresh; 0 with measures without a value when all
 *     of them went away, and {@code score} is then the last one that there was
 * @param milestones keys of the milestones reached
 * @param lastTouchAt null when there never was one
 * @param frozen names of quiet sources that freeze part of it
 * @param computed the score as it would be without overrides, milli-points; null while none is in force, or nothing can be
 *     computed
 * @param fact the fact with which it was announced; null where time, a model or the many facts of an import moved it last
 * @param dimensions of the score, in order of their names; none where all inputs went away; null of a writer before there were any
 * @param products that are told apart, in order of their ids; null where use names none
 * @param moreProducts about how many more products were used in 64 days; null without any
 * @param severeSince since when the oldest open severity-1 ticket is open; null where none is, and of a writer that did not say it
 */
public record HealthChanged(
        String accountId,
        Instant at,
        Instant knownAt,
        long score,
        @Nullable Long previousScore,
        Grade grade,
        @Nullable Grade previousGrade,
        List<Contribution> contributions,
        List<MeasureScore> measures,
        @Nullable Long adoptionIndex,
        int confidence,
        List<String> milestones,
        @Nullable Instant lastTouchAt,
        List<String> frozen,
        Profile profile,
        String modelVersion,
        @Nullable Long computed,
        @Nullable FactRef fact,
        @Nullable List<DimensionScore> dimensions,
        @Nullable List<ProductScore> products,
        @Nullable Long moreProducts,
        @Nullable Instant severeSince) {

    /** One that nobody overrides, without a severe ticket, of a writer that names neither fact, dimensions nor products. */
    public HealthChanged(
            String accountId,
            Instant at,
            Instant knownAt,
            long score,
            @Nullable Long previousScore,
            Grade grade,
            @Nullable Grade previousGrade,
            List<Contribution> contributions,
            List<MeasureScore> measures,
            long adoptionIndex,
            int confidence,
            List<String> milestones,
            @Nullable Instant lastTouchAt,
            List<String> frozen,
            Profile profile,
            String modelVersion) {
        this(
                accountId,
                at,
                knownAt,
                score,
                previousScore,
                grade,
                previousGrade,
                contributions,
                measures,
                adoptionIndex,
                confidence,
                milestones,
                lastTouchAt,
                frozen,
                profile,
                modelVersion,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The same change, found out at another time. */
    public HealthChanged foundOut(Instant known) {
        return new HealthChanged(
                accountId,
                at,
                known,
                score,
                previousScore,
                grade,
                previousGrade,
                contributions,
                measures,
                adoptionIndex,
                confidence,
                milestones,
                lastTouchAt,
                frozen,
                profile,
                modelVersion,
                computed,
                fact,
                dimensions,
                products,
                moreProducts,
                severeSince);
    }
}
