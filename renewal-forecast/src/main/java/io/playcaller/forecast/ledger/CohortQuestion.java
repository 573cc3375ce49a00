package io.playcaller.forecast.ledger;

import io.playcaller.forecast.engine.ledger.CohortPlan;
import io.playcaller.forecast.engine.ledger.CohortStep;
import io.playcaller.forecast.engine.ledger.Period;
import io.playcaller.forecast.engine.ledger.RetentionDefinition;
import io.playcaller.forecast.engine.ledger.Unit;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which cohorts are asked about.
 *
 * @param asked those that begin in it
 * @param by what they are sliced by, one of {@link #SLICES}; null for the whole alone
 */
public record CohortQuestion(
        CohortStep step, Period asked, @Nullable Dimension by) {

    /** What has few slices, which are the same at all ages. */
    public static final Set<Dimension> SLICES = Set.of(Dimension.SEGMENT, Dimension.TIER);

    /** So many cohorts are answered at once. */
    public static final int MOST_COHORTS = 24;

    /** So many steps a cohort is followed. */
    public static final int MOST_AGES = 20;

    public CohortQuestion {
        if (by != null && !SLICES.contains(by)) {
            throw new IllegalArgumentException("cohorts are not sliced by " + by.key());
        }
    }

    CohortPlan plan(LocalDate today) {
        return new CohortPlan(step, asked, today, MOST_AGES);
    }

    /** How many cohorts it asks for on a day. */
    public int cohorts(LocalDate today) {
        return plan(today).cohorts().size();
    }

    /** The slice of a unit on a day. */
    BiFunction<Unit, LocalDate, String> slice(AccountAttributes attributes) {
        return (unit, day) -> key(unit.owner(), day, attributes).orElse(RetentionQuestion.NONE);
    }

    private Optional<String> key(String accountId, LocalDate day, AccountAttributes attributes) {
        if (by == null) {
            return Optional.empty();
        }
        return by == Dimension.SEGMENT ? attributes.segment(accountId, day) : attributes.tier(accountId, day);
    }

    /** The question about retention that needs to know what this one needs to know. */
    public RetentionQuestion retention(RetentionDefinition definition) {
        return new RetentionQuestion(asked, definition, by);
    }
}
