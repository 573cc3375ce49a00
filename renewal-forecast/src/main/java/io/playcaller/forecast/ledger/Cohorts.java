package io.playcaller.forecast.ledger;

import io.playcaller.forecast.engine.ledger.CohortPlan;
import io.playcaller.forecast.engine.ledger.CohortRetention;
import io.playcaller.forecast.engine.ledger.CohortStep;
import io.playcaller.forecast.engine.ledger.MissingRate;
import io.playcaller.forecast.engine.ledger.Period;
import io.playcaller.forecast.engine.ledger.RetentionBridge;
import io.playcaller.forecast.engine.ledger.RetentionDefinition;
import io.playcaller.forecast.engine.ledger.RetentionStatement;
import io.playcaller.forecast.ledger.Retention.Bridge;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was kept of customers, by when they began and how long that is ago.
 *
 * @param items in order of their beginning, each whole and then in slices; a step in which nobody began is not there
 * @param next always null: the list is whole
 */
public record Cohorts(
        Definitions definitions, List<Row> items, @Nullable String next) {

    /**
     * What the figures mean.
     *
     * @param asOf ages that are over by then are known
     * @param ages the most that a cohort is followed for
     */
    public record Definitions(
            String every,
            LocalDate asOf,
            int ages,
            String cohort,
            String age,
            String grr,
            String nrr,
            String logoRetention,
            String sums,
            String blank,
            String grain,
            int reactivationGapDays,
            String currencyRule,
            String reportingCurrency,
            @Nullable String by,
            String slice) {}

    /**
     * The customers who began in one step.
     *
     * @param cohort such as {@code 2026-Q1}, or {@code 2026}
     * @param until first day after the step: ages are counted from it
     * @param slice null of the whole; {@code none} is who has no such attribute
     * @param joined how many they are, also those who left in it again
     * @param arr what they pay on the morning of {@code until}; null while the step is not over
     * @param ages from 1 on, as many as the oldest cohort of the answer has
     */
    public record Row(
            String cohort,
            LocalDate from,
            LocalDate until,
            @Nullable String slice,
            int joined,
            @Nullable Long arr,
            List<Age> ages) {}

    /**
     * A cohort so many steps after its own.
     *
     * @param on the morning of that day
     * @param bridge from {@code until} of the cohort to {@code on}; null where it is not known
     * @param blank why there is no share: {@code not-over}, or {@code nothing-at-start}; null where there is one
     * @param missingRates amounts of the cohort that are in no figure of this age, because no rate holds
     */
    public record Age(
            int age,
            LocalDate on,
            @Nullable Bridge bridge,
            @Nullable String blank,
            List<MissingRate> missingRates) {}

    /** The answer to {@code question}, by what {@code inputs} know. */
    public static Cohorts of(
            CohortQuestion question, RetentionDefinition definition, LedgerInputs inputs, LocalDate today) {
        CohortPlan plan = question.plan(today);
        List<CohortRetention> cohorts =
                inputs.ledger().cohorts(plan, definition, inputs.rates(), question.slice(inputs.attributes()));
        int ages = cohorts.stream()
                .mapToInt(cohort -> cohort.ages().size() - 1)
                .max()
                .orElse(0);
        List<Row> rows = new ArrayList<>();
        for (CohortRetention cohort : cohorts) {
            if (!cohort.joined().isEmpty()) {
                rows.addAll(new CohortRows(plan, cohort, inputs.rates().reporting(), ages).all(question.by() != null));
            }
        }
        return new Cohorts(definitions(question, definition, inputs.rates().reporting(), today), rows, null);
    }

    /** Reads the rows of one cohort off its statements. */
    private record CohortRows(CohortPlan plan, CohortRetention cohort, String currency, int ages) {

        List<Row> all(boolean sliced) {
            List<Row> rows = new ArrayList<>();
            rows.add(row(null));
            if (sliced) {
                cohort.joined().keySet().forEach(slice -> rows.add(row(slice)));
            }
            return rows;
        }

        private Row row(@Nullable String slice) {
            Period began = cohort.began();
            int joined = slice == null
                    ? cohort.joined().values().stream()
                            .mapToInt(Integer::intValue)
                            .sum()
                    : cohort.joined().getOrDefault(slice, 0);
            List<Age> followed = new ArrayList<>();
            for (int age = 1; age <= ages; age++) {
                followed.add(age(age, slice));
            }
            return new Row(
                    name(plan.step(), began),
                    began.from(),
                    began.until(),
                    slice,
                    joined,
                    cohort.ages().isEmpty() ? null : arr(bridge(cohort.ages().get(0), slice)),
                    followed);
        }

        private Age age(int age, @Nullable String slice) {
            LocalDate on = plan.on(cohort.began(), age);
            if (age >= cohort.ages().size()) {
                return new Age(age, on, null, "not-over", List.of());
            }
            RetentionStatement statement = cohort.ages().get(age);
            RetentionBridge bridge = bridge(statement, slice);
            boolean nothing = bridge == null || bridge.start() == 0;
            return new Age(
                    age,
                    on,
                    bridge == null ? null : Bridge.of(bridge),
                    nothing ? "nothing-at-start" : null,
                    statement.missing());
        }

        /** Null where nobody of the slice ever had anything that a rate holds for. */
        private @Nullable RetentionBridge bridge(RetentionStatement statement, @Nullable String slice) {
            return slice == null
                    ? statement.whole().get(currency)
                    : statement.slices().getOrDefault(currency, Map.of()).get(slice);
        }

        private static Long arr(@Nullable RetentionBridge bridge) {
            return bridge == null ? 0 : bridge.end();
        }
    }

    private static String name(CohortStep step, Period began) {
        int year = began.from().getYear();
        return step == CohortStep.YEAR
                ? String.valueOf(year)
                : year + "-Q" + (began.from().getMonthValue() + 2) / 3;
    }

    private static Definitions definitions(
            CohortQuestion question, RetentionDefinition definition, String reporting, LocalDate today) {
        String step = question.step().key();
        Retention.Meaning means = RetentionAnswer.meaning(question.retention(definition), reporting);
        return new Definitions(
                step,
                today,
                CohortQuestion.MOST_AGES,
                "accounts by the " + step + " in which they first had ARR",
                step
                        + "s since that one ended; what an age says is what /v1/retention says of these accounts from then to its day",
                means.grr(),
                means.nrr(),
                "(logosAtStart - logosLost) / logosAtStart",
                "the ends of all cohorts on one day, of the newest its arr, sum to the ARR of the ledger on it, at the rates of that day",
                "not-over: its day has not come; nothing-at-start: none of them had ARR when their " + step + " ended",
                means.unit(),
                definition.reactivationGapDays(),
                definition.currencyRule().key(),
                reporting,
                question.by() == null ? null : question.by().key(),
                question.by() == null
                        ? "none"
                        : "of the account on the day on which its " + step + " ended, or the first that is known");
    }
}
