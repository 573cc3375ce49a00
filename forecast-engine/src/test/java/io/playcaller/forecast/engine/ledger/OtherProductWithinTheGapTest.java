package io.playcaller.forecast.engine.ledger;

import static io.playcaller.forecast.engine.ledger.Contracts.contract;
import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.forecast.engine.currency.Rates;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A customer of one product until 20 March, and of another one later. */
class OtherProductWithinTheGapTest {

    private static final Period FIRST = Period.quarterOf(LocalDate.of(2026, 1, 1));
    private static final Period SECOND = Period.quarterOf(LocalDate.of(2026, 4, 1));

    private final ContractLedger within = ledger("2026-04-05");
    private final ContractLedger beyond = ledger("2026-05-05");

    @Test
    void isNoLostCustomerAtAnyGrain() {
        Stream.of(Grain.LINE, Grain.ACCOUNT).forEach(grain -> {
            RetentionBridge bridge = bridge(within, FIRST, grain);

            assertThat(bridge.finalChurn()).isZero();
            assertThat(bridge.logosLost()).isZero();
        });
        assertThat(bridge(within, FIRST, Grain.LINE).churn()).isEqualTo(100_00);
    }

    @Test
    void buysMoreAndIsNotBack() {
        RetentionBridge bridge = bridge(within, SECOND, Grain.LINE);

        assertThat(bridge.expansion()).isEqualTo(80_00);
        assertThat(bridge.reactivated()).isZero();
        assertThat(bridge.logosAtStart()).isEqualTo(1);
        assertThat(within.entries(30))
                .extracting(LedgerEntry::kind)
                .containsExactly(EntryKind.NEW, EntryKind.CHURN_PARTIAL, EntryKind.EXPANSION);
    }

    @Test
    void leftAndCameBackBeyondTheGap() {
        assertThat(bridge(beyond, FIRST, Grain.LINE).finalChurn()).isEqualTo(100_00);
        assertThat(bridge(beyond, FIRST, Grain.LINE).logosLost()).isEqualTo(1);
        assertThat(bridge(beyond, SECOND, Grain.LINE).reactivated()).isEqualTo(80_00);
        assertThat(beyond.entries(30))
                .extracting(LedgerEntry::kind)
                .containsExactly(EntryKind.NEW, EntryKind.CHURN_FINAL, EntryKind.REACTIVATION);
    }

    @Test
    void isLostToTheProductInASliceOfProducts() {
        Map<String, RetentionBridge> byProduct = within.retention(
                        FIRST, RetentionDefinition.defaults(), new Rates("EUR", 31, List.of()), Unit::product)
                .slices()
                .get("EUR");

        assertThat(byProduct.get("p").logosLost()).isEqualTo(1);
        assertThat(byProduct.get("q").logosAtStart()).isZero();
    }

    private static ContractLedger ledger(String back) {
        return ContractLedger.of(List.of(
                contract("c1")
                        .until("2026-03-20")
                        .closedOn("2026-03-20")
                        .line("p", 100)
                        .build(),
                contract("c2").from(back).until("2027-04-05").line("q", 80).build()));
    }

    private static RetentionBridge bridge(ContractLedger ledger, Period period, Grain grain) {
        return ledger.bridge(
                        period.from(),
                        period.until(),
                        RetentionDefinition.defaults().at(grain))
                .get("EUR");
    }
}
