package io.playcaller.forecast.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.Reference;
import io.playcaller.contracts.register.ReferenceKind;
import io.playcaller.contracts.register.ReferencesRecord;
import io.playcaller.forecast.engine.ledger.AccountTree;
import io.playcaller.forecast.engine.ledger.CustomerContracts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReferenceCountTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

    @Test
    void onlyACustomerWithAReferenceInForceCounts() {
        ReferenceCount count = ReferenceCount.of(
                List.of(
                        references("in-force", "2026-01-01", null),
                        references("taken-back", "2026-01-01", "2026-03-31"),
                        references("to-come", "2026-04-01", null),
                        references("gone", "2026-01-01", null)),
                new CustomerContracts(
                        List.of(
                                contract("in-force", null),
                                contract("taken-back", null),
                                contract("gone", "2026-02-01")),
                        AccountTree.flat()),
                DAY);

        assertThat(count.accounts()).isEqualTo(1);
        assertThat(count.customers()).isEqualTo(2);
        assertThat(count.byKind()).isEqualTo(Map.of(ReferenceKind.LOGO, 1));
        assertThat(count.items()).extracting(ReferenceCount.Named::accountId).containsExactly("in-force");
    }

    @Test
    void aReferenceOfAnAccountIsOneOfTheCustomerThatItIs() {
        ReferenceCount count = ReferenceCount.of(
                List.of(references("buyer", "2026-01-01", null), references("bought", "2026-01-01", null)),
                new CustomerContracts(
                        List.of(contract("bought", null)), new AccountTree(Map.of(), Map.of("bought", "buyer"))),
                DAY);

        assertThat(count.customers()).isEqualTo(1);
        assertThat(count.byKind()).isEqualTo(Map.of(ReferenceKind.LOGO, 1));
        assertThat(count.items()).extracting(ReferenceCount.Named::accountId).containsExactly("buyer");
    }

    private static ReferencesRecord references(String account, String from, String until) {
        return new ReferencesRecord(
                account,
                1,
                List.of(new Reference(
                        ReferenceKind.LOGO, LocalDate.parse(from), until == null ? null : LocalDate.parse(until))));
    }

    private static ContractRecord contract(String account, String closedOn) {
        LocalDate start = LocalDate.of(2025, 3, 1);
        return new ContractRecord(
                account,
                account,
                1,
                start,
                start,
                closedOn == null ? start.plusYears(2) : LocalDate.parse(closedOn),
                false,
                0,
                null,
                closedOn == null ? null : LocalDate.parse(closedOn),
                List.of(),
                List.of(),
                null);
    }
}
