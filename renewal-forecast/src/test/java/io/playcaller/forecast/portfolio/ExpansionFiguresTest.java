package io.playcaller.forecast.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.forecast.Category;
import io.playcaller.contracts.register.OpportunityRecord;
import io.playcaller.contracts.register.OpportunityStage;
import io.playcaller.forecast.engine.portfolio.ContractOutlook;
import io.playcaller.forecast.portfolio.ExpansionCoverage.Chances;
import io.playcaller.forecast.portfolio.ExpansionCoverage.Row;
import io.playcaller.forecast.portfolio.ExpansionCoverage.Work;
import io.playcaller.forecast.portfolio.Renewal.Traits;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExpansionFiguresTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final GrowthWork NONE = new GrowthWork(List.of(), Set.of(), Set.of());

    /** One that surely renews and does not grow, and one that was lost. */
    private static final Renewals TWO = new Renewals(
            TODAY,
            List.of(open("stays", "smb", "2026-12-01", new ContractOutlook(800, 1_000_000, 0, 0))),
            List.of(
                    held("stays", "smb", 800),
                    held("lost", "smb", 0, new Holding.Decided(LocalDate.of(2026, 10, 1), 200, 0, 0))));

    @Test
    void whatTheTargetNeedsBeyondWhatIsKeptIsHeldAgainstThePipelineOfTheseCustomers() {
        GrowthWork work = new GrowthWork(
                List.of(chance("o1", "stays", 150, "2026-12-20"), chance("o2", "other", 999, "2026-12-20")),
                Set.of("stays", "other"),
                Set.of("other"));

        Row row = rows(TWO, By.WHOLE, work, target("all", "1.1")).get(0);

        assertThat(row.base()).isEqualTo(eur(1_000));
        assertThat(row.kept()).isEqualTo(eur(800));
        assertThat(row.target().needed()).isEqualTo(eur(300));
        assertThat(row.pipeline()).isEqualTo(new Chances(1, eur(150)));
        assertThat(row.target().byPipeline()).isEqualByComparingTo("0.5");
        assertThat(row.elsewhere()).isEqualTo(new Chances(1, eur(999)));
        assertThat(row.work()).isEqualTo(new Work(1, 0));
        assertThat(row.blank()).isNull();
    }

    @Test
    void growthThatWasWonCountsInBothAndWhatTheForecastExpectsInItsOwn() {
        Renewals grown = new Renewals(
                TODAY,
                List.of(open("open", "smb", "2026-12-01", new ContractOutlook(1_000, 1_000_000, 0, 1_000_000))),
                List.of(held("won", "smb", 0, new Holding.Decided(LocalDate.of(2026, 10, 1), 1_000, 1_000, 1_100))));

        Row row = rows(grown, By.WHOLE, NONE, target("all", "1.2")).get(0);

        long expected = row.expected().minor();
        assertThat(expected).isPositive();
        assertThat(row.won()).isEqualTo(eur(100));
        assertThat(row.target().needed()).isEqualTo(eur(400));
        assertThat(row.target().byPipeline()).isEqualByComparingTo("0.25");
        assertThat(row.target().byForecast().doubleValue()).isCloseTo((100 + expected) / 400.0, within(1e-4));
    }

    @Test
    void withoutATargetOrWithoutNeedThereIsNoCoverageAndItSaysWhy() {
        List<Row> rows = rows(TWO, By.WHOLE, NONE, target("all", "0.7"));

        assertThat(rows)
                .extracting(Row::quarter, Row::blank)
                .containsExactly(tuple("2026-Q4", "nothing-needed"), tuple("2027-Q1", "no-target"));
        assertThat(rows.get(0).target().byPipeline()).isNull();
        assertThat(rows.get(1).target()).isNull();
    }

    @Test
    void anOpportunityPastItsDayIsOfTheCurrentQuarterAndOneWithoutADayOfNone() {
        GrowthWork work = new GrowthWork(
                List.of(
                        chance("late", "stays", 10, "2026-05-01"),
                        chance("next", "stays", 20, "2027-02-01"),
                        chance("sometime", "stays", 40, null)),
                Set.of(),
                Set.of());

        ExpansionCoverage coverage = coverage(TWO, By.WHOLE, work, target("all", "1.1"));

        assertThat(coverage.items())
                .extracting(row -> row.pipeline().arr().minor())
                .containsExactly(10L, 0L);
        assertThat(coverage.items())
                .extracting(row -> row.elsewhere().arr().minor())
                .containsExactly(0L, 20L);
        assertThat(coverage.undated()).containsExactly(new Chances(1, eur(40)));
    }

    @Test
    void noOpportunityIsLostWhereItsSegmentHasNoContract() {
        GrowthWork work = new GrowthWork(List.of(chance("o1", "nobody", 7, "2026-12-20")), Set.of(), Set.of());

        assertThat(rows(TWO, By.SEGMENT, work, target("smb", "1.1")))
                .extracting(
                        Row::quarter, Row::group, row -> row.elsewhere().arr().minor(), Row::blank)
                .startsWith(tuple("2026-Q4", "smb", 0L, null), tuple("2026-Q4", By.UNKNOWN, 7L, "no-target"));
    }

    @Test
    void anAccountThatIsMergedIntoAnotherIsOneCustomerWithIt() {
        Renewals merged = TWO.merged(Map.of("stays", "other", "lost", "other"));
        GrowthWork work = new GrowthWork(
                List.of(chance("o1", "other", 150, "2026-12-20"), chance("o2", "stays", 30, "2026-12-20")),
                Set.of("other", "stays"),
                Set.of("lost"));

        for (By by : List.of(By.WHOLE, By.SEGMENT)) {
            assertThat(rows(merged, by, work, target(by == By.WHOLE ? By.ALL : "smb", "1.1")))
                    .filteredOn(row -> row.quarter().equals("2026-Q4"))
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(row.pipeline()).isEqualTo(new Chances(2, eur(180)));
                        assertThat(row.target().byPipeline()).isEqualByComparingTo("0.6");
                        assertThat(row.elsewhere()).isEqualTo(new Chances(0, eur(0)));
                        assertThat(row.work()).isEqualTo(new Work(1, 1));
                    });
        }
    }

    @Test
    void anOpportunityIsOfTheSegmentOfItsOwnAccountWhereThatHasAContract() {
        Renewals merged = new Renewals(TODAY, List.of(), List.of(held("a", "smb", 1), held("b", "enterprise", 1)))
                .merged(Map.of("a", "b", "c", "b"));
        GrowthWork work = new GrowthWork(
                List.of(
                        chance("o1", "a", 1, "2026-12-20"),
                        chance("o2", "b", 2, "2026-12-20"),
                        chance("o3", "c", 4, "2026-12-20")),
                Set.of(),
                Set.of());

        assertThat(rows(merged, By.SEGMENT, work, target("smb", "1.1")))
                .extracting(
                        Row::quarter, Row::group, row -> row.elsewhere().arr().minor())
                .startsWith(tuple("2026-Q4", "enterprise", 6L), tuple("2026-Q4", "smb", 1L));
    }

    @Test
    void aTargetOfWhatHasNoContractStandsThereWithNothingNeeded() {
        Target whole = new Target("2026-Q4", By.ALL, "USD", 1, null, BigDecimal.TEN, "opal", Instant.EPOCH);

        assertThat(rows(TWO, By.SEGMENT, NONE, target("enterprise", "1.1")))
                .extracting(Row::quarter, Row::group, Row::base, Row::blank)
                .startsWith(
                        tuple("2026-Q4", "enterprise", eur(0), "nothing-needed"),
                        tuple("2026-Q4", "smb", eur(1_000), "no-target"));
        assertThat(rows(TWO, By.WHOLE, NONE, whole))
                .extracting(Row::quarter, Row::currency, Row::blank)
                .startsWith(tuple("2026-Q4", "EUR", "no-target"), tuple("2026-Q4", "USD", "nothing-needed"));
    }

    @Test
    void aTargetOfAQuarterThatIsNotAskedForOrWithoutAnNrrHasNoRow() {
        Target past = new Target("2026-Q3", By.ALL, "USD", 1, null, BigDecimal.TEN, "opal", Instant.EPOCH);
        Target later = new Target("2027-Q2", By.ALL, "USD", 1, null, BigDecimal.TEN, "opal", Instant.EPOCH);
        Target grr = new Target("2026-Q4", By.ALL, "USD", 1, BigDecimal.ONE, null, "opal", Instant.EPOCH);
        Target segment = new Target("2026-Q4", "smb", "USD", 1, null, BigDecimal.TEN, "opal", Instant.EPOCH);

        assertThat(List.of(past, later, grr, segment))
                .allSatisfy(target -> assertThat(rows(TWO, By.WHOLE, NONE, target))
                        .extracting(Row::currency)
                        .containsExactly("EUR", "EUR"));
        assertThat(rows(TWO, By.SEGMENT, NONE, target(By.ALL, "1.1")))
                .extracting(Row::group)
                .containsExactly("smb", "smb");
    }

    private static List<Row> rows(Renewals renewals, By by, GrowthWork work, Target target) {
        return coverage(renewals, by, work, target).items();
    }

    private static ExpansionCoverage coverage(Renewals renewals, By by, GrowthWork work, Target target) {
        return new ExpansionFigures(by, List.of(target), work).of(renewals, 2, "prior");
    }

    private static Target target(String segment, String nrr) {
        return new Target("2026-Q4", segment, "EUR", 1, null, new BigDecimal(nrr), "opal", Instant.EPOCH);
    }

    private static OpportunityRecord chance(String id, String account, long minor, @Nullable String expectedOn) {
        return new OpportunityRecord(
                id,
                account,
                1,
                OpportunityStage.OPEN,
                eur(minor),
                null,
                null,
                TODAY.minusDays(30),
                expectedOn == null ? null : LocalDate.parse(expectedOn),
                null,
                null);
    }

    private static Renewal open(String account, String segment, String day, ContractOutlook outlook) {
        return new Renewal(
                "c-" + account, account, LocalDate.parse(day), Category.COMMIT, "EUR", outlook, traits(segment));
    }

    private static Holding held(String account, String segment, long inForce, Holding.Decided... decided) {
        return new Holding("c-" + account, account, "EUR", inForce, false, List.of(decided), traits(segment));
    }

    private static Traits traits(String segment) {
        return new Traits(segment, By.UNKNOWN, By.UNKNOWN, By.UNKNOWN, By.UNKNOWN);
    }

    private static Money eur(long minor) {
        return new Money(minor, "EUR");
    }
}
