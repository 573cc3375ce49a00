package io.playcaller.forecast.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.engine.currency.Rates;
import io.playcaller.forecast.engine.ledger.AccountTree;
import io.playcaller.forecast.engine.ledger.CohortStep;
import io.playcaller.forecast.engine.ledger.CurrencyRule;
import io.playcaller.forecast.engine.ledger.Period;
import io.playcaller.forecast.engine.ledger.RetentionDefinition;
import io.playcaller.forecast.ledger.AccountAttributes.ProfileSince;
import io.playcaller.forecast.ledger.Cohorts.Age;
import io.playcaller.forecast.ledger.Cohorts.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CohortsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 5, 10);
    private static final RetentionDefinition OWN =
            RetentionDefinition.defaults().in(CurrencyRule.CONSTANT);
    private static final LedgerInputs INPUTS = new LedgerInputs(
            List.of(
                    contract("acme", "2025-02-01", "2026-02-01", "EUR"),
                    contract("beta", "2025-03-01", null, "EUR"),
                    contract("gamma", "2025-08-01", null, "CHF"),
                    contract("delta", "2026-05-01", null, "EUR")),
            AccountTree.flat(),
            new AccountAttributes(
                    Map.of(),
                    List.of(
                            new ProfileSince("acme", LocalDate.of(2025, 1, 1), "smb", "pooled"),
                            new ProfileSince("acme", LocalDate.of(2025, 6, 1), "enterprise", "named")),
                    List.of()),
            new Rates("EUR", 31, List.of()));

    @Test
    void anAgeThatIsNotOverIsBlankAndSaysSo() {
        Row first = quarters(null).items().get(0);

        assertThat(first.cohort()).isEqualTo("2025-Q1");
        assertThat(first.joined()).isEqualTo(2);
        assertThat(first.arr()).isEqualTo(200_00L);
        assertThat(first.ages()).extracting(Age::age).containsExactly(1, 2, 3, 4);
        assertThat(first.ages()).extracting(Age::blank).containsOnlyNulls();
        assertThat(first.ages().get(3).bridge()).satisfies(bridge -> {
            assertThat(bridge.grr()).isEqualByComparingTo("0.5");
            assertThat(bridge.logoRetention()).isEqualByComparingTo("0.5");
        });
        Row running = quarters(null).items().get(2);
        assertThat(running.cohort()).isEqualTo("2026-Q2");
        assertThat(running.arr()).isNull();
        assertThat(running.ages()).extracting(Age::blank, Age::bridge).containsOnly(tuple("not-over", null));
    }

    @Test
    void aCustomerCountsInTheSegmentInWhichItWasWhenItsQuarterEnded() {
        assertThat(quarters(Dimension.SEGMENT).items())
                .extracting(Row::cohort, Row::slice, Row::joined)
                .containsExactly(
                        tuple("2025-Q1", null, 2),
                        tuple("2025-Q1", "none", 1),
                        tuple("2025-Q1", "smb", 1),
                        tuple("2025-Q3", null, 1),
                        tuple("2025-Q3", "none", 1),
                        tuple("2026-Q2", null, 1),
                        tuple("2026-Q2", "none", 1));
    }

    @Test
    void amountsWithoutARateAreInNoFigureAndNamed() {
        Age age = quarters(null).items().get(1).ages().get(0);

        assertThat(age.blank()).isEqualTo("nothing-at-start");
        assertThat(age.missingRates())
                .singleElement()
                .satisfies(missing -> assertThat(missing.atStake()).isEqualTo(new Money(100_00, "CHF")));
    }

    @Test
    void cohortsOfYearsAgeByYears() {
        Cohorts years = Cohorts.of(question(CohortStep.YEAR, null), OWN, INPUTS, TODAY);

        assertThat(years.items())
                .extracting(Row::cohort, Row::joined)
                .containsExactly(tuple("2025", 3), tuple("2026", 1));
        assertThat(years.items().get(0).ages()).isEmpty();
        assertThat(years.definitions().cohort()).contains("by the year");
    }

    private static Cohorts quarters(@Nullable Dimension by) {
        return Cohorts.of(question(CohortStep.QUARTER, by), OWN, INPUTS, TODAY);
    }

    private static CohortQuestion question(CohortStep step, @Nullable Dimension by) {
        return new CohortQuestion(step, new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2027, 1, 1)), by);
    }

    private static ContractRecord contract(String account, String from, @Nullable String closedOn, String currency) {
        LocalDate start = LocalDate.parse(from);
        LocalDate end = closedOn == null ? start.plusYears(2) : LocalDate.parse(closedOn);
        ContractLine line = new ContractLine("l", "core", new Money(100_00, currency), null, start, end);
        return new ContractRecord(
                "c-" + account,
                account,
                1,
                start,
                start,
                end,
                false,
                0,
                null,
                closedOn == null ? null : end,
                List.of(line),
                List.of(),
                null);
    }
}
