package io.playcaller.forecast.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.ledger.CustomerRetention;
import io.playcaller.forecast.ledger.Retention;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetentionFigureTest {

    private static final LocalDate LEFT = LocalDate.of(2026, 2, 15);
    private static final Instant CLOSED_AT = Instant.parse("2026-04-16T00:00:05Z");

    @Test
    void theFiguresAreThoseOfTheLedgerEachWithAnIntervalOverCustomers() {
        List<ContractRecord> contracts = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            contracts.add(
                    KeptQuarter.contract("a" + i % 40, "c" + i, euros(1_000 + 137L * i), i % 9 == 0 ? LEFT : null));
        }
        CustomerRetention kept = KeptQuarter.of(contracts);

        RetentionFigure figure = RetentionFigure.of(kept).get(0);

        Retention.Bridge whole = kept.said().bridges().get(0);
        assertThat(figure.grr().figure().value()).isEqualTo(whole.grr().setScale(4, RoundingMode.HALF_EVEN));
        assertThat(figure.nrr().figure().value()).isEqualTo(whole.nrr().setScale(4, RoundingMode.HALF_EVEN));
        assertThat(figure.grr().figure().n()).isEqualTo(40);
        assertThat(figure.grr().figure().value())
                .isBetween(figure.grr().figure().low(), figure.grr().figure().high());
        assertThat(figure.grr().knownNow()).isNull();
    }

    @Test
    void aClosedQuarterIsAsItWasClosedAndSaysWhatIsKnownNow() {
        List<ContractRecord> before = List.of(
                KeptQuarter.contract("acme", "c1", euros(1_000), null),
                KeptQuarter.contract("beta", "c2", euros(1_000), null));
        List<ContractRecord> corrected = List.of(
                KeptQuarter.contract("acme", "c1", euros(1_000), null),
                KeptQuarter.contract("beta", "c2", euros(1_000), LEFT));
        Retention closed = KeptQuarter.of(before).said().closed(CLOSED_AT);

        RetentionFigure figure =
                RetentionFigure.of(KeptQuarter.of(corrected).closed(closed)).get(0);

        assertThat(figure.grr().figure().value()).isEqualByComparingTo("1");
        assertThat(figure.grr().figure().low()).isNull();
        assertThat(figure.grr().knownNow()).isEqualTo("it would be 0.5000");
        RetentionFigure still =
                RetentionFigure.of(KeptQuarter.of(before).closed(closed)).get(0);
        assertThat(still.grr().figure().low()).isNotNull();
        assertThat(still.grr().knownNow()).isNull();
    }

    @Test
    void withoutRevenueAtTheStartThereIsNoFigure() {
        assertThat(RetentionFigure.of(KeptQuarter.of(List.of()))).isEmpty();
    }

    private static Money euros(long amount) {
        return new Money(amount * 100, "EUR");
    }
}
