package io.playcaller.forecast.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.engine.ledger.AccountTree;
import io.playcaller.forecast.engine.ledger.ContractLedger;
import io.playcaller.forecast.engine.ledger.CustomerContracts;
import io.playcaller.forecast.engine.ledger.RetentionBridge;
import io.playcaller.forecast.engine.ledger.RetentionDefinition;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetentionFigureTest {

    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2026, 4, 1);

    @Test
    void accountByAccountTheFiguresAreThoseOfTheWholeLedger() {
        List<ContractRecord> contracts = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            boolean leaves = i % 9 == 0;
            contracts.add(contract("a" + i % 40, i, 1_000 + 137L * i, leaves ? "2026-02-15" : "2027-01-01", leaves));
        }

        RetentionFigure figure = RetentionFigure.of(each(contracts), FROM, UNTIL, RetentionDefinition.defaults())
                .get(0);

        RetentionBridge whole = ContractLedger.of(contracts)
                .bridge(FROM, UNTIL, RetentionDefinition.defaults())
                .get("EUR");
        assertThat(Figures.millionths(figure.grr().value()))
                .isEqualTo(whole.grr().orElseThrow().setScale(6, RoundingMode.HALF_EVEN));
        assertThat(Figures.millionths(figure.nrr().value()))
                .isEqualTo(whole.nrr().orElseThrow().setScale(6, RoundingMode.HALF_EVEN));
        assertThat(figure.grr().n()).isEqualTo(40);
        assertThat(figure.grr().bounds().contains(figure.grr().value())).isTrue();
    }

    @Test
    void withoutRevenueAtTheStartThereIsNoFigure() {
        assertThat(RetentionFigure.of(each(List.of()), FROM, UNTIL, RetentionDefinition.defaults()))
                .isEmpty();
    }

    @Test
    void revenueThatIsCarriedOverIntoTheOtherAccountOfAMergeIsKept() {
        List<ContractRecord> contracts = List.of(
                core("bought", "2025-02-15", "2026-02-15", true), core("buyer", "2026-02-15", "2027-02-15", false));
        AccountTree merged = new AccountTree(Map.of(), Map.of("bought", "buyer"));

        RetentionFigure figure = RetentionFigure.of(
                        new CustomerContracts(contracts, merged), FROM, UNTIL, RetentionDefinition.defaults())
                .get(0);

        assertThat(figure.grr().value()).isEqualTo(1);
        assertThat(RetentionFigure.of(each(contracts), FROM, UNTIL, RetentionDefinition.defaults())
                        .get(0)
                        .grr()
                        .value())
                .isZero();
    }

    private static CustomerContracts each(List<ContractRecord> contracts) {
        return new CustomerContracts(contracts, AccountTree.flat());
    }

    private static ContractRecord contract(String account, int number, long euros, String until, boolean closed) {
        return contract(account, "p" + number, new Money(euros * 100, "EUR"), LocalDate.of(2025, 2, 1), until, closed);
    }

    private static ContractRecord core(String account, String from, String until, boolean closed) {
        return contract(account, "core", new Money(1_000_00, "EUR"), LocalDate.parse(from), until, closed);
    }

    private static ContractRecord contract(
            String account, String product, Money arr, LocalDate start, String until, boolean closed) {
        LocalDate end = LocalDate.parse(until);
        return new ContractRecord(
                "c-" + account + "-" + product,
                account,
                1,
                start,
                start,
                end,
                false,
                0,
                null,
                closed ? end : null,
                List.of(new ContractLine("l-" + product, product, arr, null, start, end)),
                List.of(),
                null);
    }

    private static final class Figures {
        static java.math.BigDecimal millionths(double value) {
            return java.math.BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_EVEN);
        }
    }
}
