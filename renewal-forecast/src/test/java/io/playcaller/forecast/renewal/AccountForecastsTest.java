package io.playcaller.forecast.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.forecast.Category;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.MovementKind;
import io.playcaller.forecast.engine.contract.CategoryRule;
import io.playcaller.forecast.engine.contract.ContractForecaster;
import io.playcaller.forecast.engine.contract.PriorModel;
import io.playcaller.forecast.engine.contract.RenewalStage;
import io.playcaller.forecast.renewal.AccountForecasts.Made;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccountForecastsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final int GAP_DAYS = 30;
    private static final LocalDate START = LocalDate.of(2025, 7, 1);
    private static final LocalDate END = LocalDate.of(2026, 7, 1);
    private static final ContractForecaster FORECASTER =
            new ContractForecaster(PriorModel.defaults(), CategoryRule.defaults());

    @Test
    void aChurnOnRecordForTheEndIsLostAlready() {
        ContractRecord ending =
                contract(null, movement(MovementKind.NEW, START, 100), movement(MovementKind.CHURN, END, -100));

        assertThat(made(ending))
                .singleElement()
                .satisfies(made -> assertThat(made.forecast().category()).isEqualTo(Category.LOST));
    }

    @Test
    void aContractThatRenewsItselfIsDueAtTheEndOfTheTermThatRuns() {
        ContractRecord since2023 = renewingItself(LocalDate.of(2023, 7, 1), null);

        assertThat(made(since2023)).singleElement().satisfies(made -> {
            assertThat(made.forecast().renewalOn()).isEqualTo(END);
            assertThat(made.forecast().noticeBy()).isEqualTo(END.minusDays(60));
            assertThat(made.situation().terms().bound(LocalDate.of(2026, 3, 1))).isFalse();
        });
        assertThat(problems(since2023)).isEmpty();
    }

    @Test
    void whatWasCancelledInALaterTermIsLostAtTheEndOfThatOneAndListedOnceThatHasPassed() {
        ContractRecord cancelled = renewingItself(LocalDate.of(2023, 1, 1), LocalDate.of(2025, 10, 1));

        assertThat(made(cancelled)).singleElement().satisfies(made -> {
            assertThat(made.forecast().renewalOn()).isEqualTo(LocalDate.of(2026, 1, 1));
            assertThat(made.forecast().category()).isEqualTo(Category.LOST);
        });
        assertThat(problems(cancelled)).containsExactly("outcome-missing");
    }

    @Test
    void theStageOfTheTermBeforeIsNotThatOfTheOneThatRuns() {
        ContractRecord contract = renewingItself(LocalDate.of(2023, 7, 1), null);
        StageSaid verbal = new StageSaid(RenewalStage.VERBAL, LocalDate.of(2025, 7, 1));
        StageSaid proposal = new StageSaid(RenewalStage.PROPOSAL, END.minusDays(3));

        assertThat(stage(contract, verbal)).isEqualTo(RenewalStage.NOT_STARTED);
        assertThat(stage(contract, proposal)).isEqualTo(RenewalStage.PROPOSAL);
    }

    @Test
    void whatIsClosedOrWorthNothingOrRefusedHasNoForecast() {
        assertThat(made(contract(LocalDate.of(2026, 2, 1)))).isEmpty();
        assertThat(made(contract(
                        null,
                        movement(MovementKind.NEW, START, 100),
                        movement(MovementKind.CHURN, LocalDate.of(2026, 1, 1), -100))))
                .isEmpty();
        assertThat(made(contract(null, movement(MovementKind.CHURN, START, 100))))
                .isEmpty();
    }

    @Test
    void aContractThatNeverWasHasNoForecastAndIsNobodysHistory() {
        ContractRecord c = contract(null);
        ContractRecord never = new ContractRecord(
                c.contractId(),
                c.accountId(),
                2,
                c.signedOn(),
                c.startsOn(),
                c.endsOn(),
                c.autoRenew(),
                c.noticeDays(),
                c.noticeReceivedOn(),
                c.closedOn(),
                c.lines(),
                c.movements(),
                true);

        assertThat(made(never)).isEmpty();
        assertThat(inputs(never).contracts()).isEmpty();
    }

    @Test
    void whatHasNoEndAndWhatAnotherContractGoesOnFromIsNotDue() {
        ContractRecord old = contract(null);
        ContractLine evergreen =
                new ContractLine("l1", "core", new Money(100, "EUR"), null, START, END, true, null, null, null);

        assertThat(made(old, replacing(END, evergreen))).isEmpty();
    }

    @Test
    void anAccountMayHaveLostWhereAnotherContractReplacesOneThatNobodyCloses() {
        ContractLine less = new ContractLine("l1", "core", new Money(60, "EUR"), null, START, END);

        assertThat(inputs(contract(null)).mayHaveLost()).isFalse();
        assertThat(inputs(contract(null), replacing(END, less)).mayHaveLost()).isTrue();
    }

    @Test
    void anAccountMayHaveLostALineThatEndsBeforeItsContract() {
        ContractRecord c = contract(null);
        ContractLine addOn = new ContractLine("l2", "plus", new Money(60, "EUR"), null, START, END.minusMonths(5));
        ContractRecord both = new ContractRecord(
                c.contractId(),
                c.accountId(),
                1,
                c.signedOn(),
                c.startsOn(),
                c.endsOn(),
                false,
                0,
                null,
                null,
                List.of(c.lines().get(0), addOn),
                List.of(),
                null);

        assertThat(inputs(both).mayHaveLost()).isTrue();
        assertThat(made(both))
                .singleElement()
                .satisfies(made -> assertThat(made.forecast().arr()).isEqualTo(new Money(100, "EUR")));
    }

    @Test
    void aContractThatCannotReplaceAnotherLeavesItDueAsTheLedgerCountsBoth() {
        ContractLine line = new ContractLine("l1", "core", new Money(100, "EUR"), null, START, END);

        assertThat(made(contract(null), replacing(START, line)))
                .extracting(made -> made.forecast().contractId())
                .containsExactly("c1", "c2");
    }

    @Test
    void aContractThatOneOfTheOtherAccountOfAMergeReplacesIsDueNoMore() {
        ContractLine line = new ContractLine("l1", "core", new Money(100, "EUR"), null, END, END.plusYears(1));
        ContractRecord next = replacing("buyer", END, line);
        AccountInputs buyer = new AccountInputs("buyer", List.of(contract(null), next), List.of(), null, List.of());

        assertThat(made(contract(null), next)).isEmpty();
        assertThat(AccountForecasts.of(buyer, FORECASTER, GAP_DAYS, NOW).forecasts())
                .extracting(made -> made.forecast().contractId())
                .containsExactly("c2");
        assertThat(AccountForecasts.of(buyer, FORECASTER, GAP_DAYS, NOW).problems())
                .isEmpty();
    }

    @Test
    void aForecastThatSaysTheSameIsNoChange() {
        List<Made> first = made(contract(null));
        StoredForecast stored = new StoredForecast(4, true, first.get(0).forecast());
        List<Made> later = AccountForecasts.of(inputs(contract(null)), FORECASTER, GAP_DAYS, NOW.plusSeconds(60))
                .forecasts();

        assertThat(ForecastChanges.between(List.of(stored), later).changed()).isEmpty();
        assertThat(ForecastChanges.between(List.of(stored), List.of()).ended()).containsExactly(stored);
        assertThat(ForecastChanges.between(List.of(new StoredForecast(4, false, stored.forecast())), later)
                        .changed())
                .singleElement()
                .satisfies(next -> assertThat(next.rev()).isEqualTo(5));
    }

    private static List<Made> made(ContractRecord... contracts) {
        return AccountForecasts.of(inputs(contracts), FORECASTER, GAP_DAYS, NOW).forecasts();
    }

    private static List<String> problems(ContractRecord contract) {
        return AccountForecasts.of(inputs(contract), FORECASTER, GAP_DAYS, NOW).problems().stream()
                .map(problem -> problem.code().key())
                .toList();
    }

    private static RenewalStage stage(ContractRecord contract, StageSaid said) {
        AccountInputs inputs =
                new AccountInputs("acme", List.of(contract), List.of(), null, List.of(), Map.of("c1", said));
        return AccountForecasts.of(inputs, FORECASTER, GAP_DAYS, NOW)
                .forecasts()
                .get(0)
                .situation()
                .stage();
    }

    private static AccountInputs inputs(ContractRecord... contracts) {
        return new AccountInputs("acme", List.of(contracts), List.of(), null, List.of());
    }

    private static ContractRecord replacing(LocalDate startsOn, ContractLine line) {
        return replacing("acme", startsOn, line);
    }

    private static ContractRecord replacing(String account, LocalDate startsOn, ContractLine line) {
        return new ContractRecord(
                "c2",
                account,
                1,
                START,
                startsOn,
                startsOn.plusYears(1),
                false,
                0,
                null,
                null,
                List.of(line),
                List.of(),
                null,
                "c1");
    }

    /** A year with 60 days' notice, written once. */
    private static ContractRecord renewingItself(LocalDate from, @Nullable LocalDate cancelledOn) {
        LocalDate until = from.plusYears(1);
        ContractLine line = new ContractLine("l1", "core", new Money(100, "EUR"), null, from, until);
        return new ContractRecord(
                "c1", "acme", 1, from, from, until, true, 60, cancelledOn, null, List.of(line), List.of(), null);
    }

    private static ContractMovement movement(MovementKind kind, LocalDate on, long minor) {
        return new ContractMovement(kind + "-" + on, kind, on, new Money(minor, "EUR"), "l1", null);
    }

    private static ContractRecord contract(LocalDate closedOn, ContractMovement... movements) {
        ContractLine line = new ContractLine("l1", "core", new Money(100, "EUR"), null, START, END);
        return new ContractRecord(
                "c1", "acme", 1, START, START, END, false, 0, null, closedOn, List.of(line), List.of(movements), null);
    }
}
