package io.playcaller.forecast.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.engine.ledger.AccountTree;
import io.playcaller.forecast.engine.ledger.CustomerContracts;
import io.playcaller.forecast.engine.survival.Wait;
import io.playcaller.forecast.outcome.Waits.Cohort;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WaitsTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 4, 1);
    private static final Cohort COHORT = new Cohort(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 7, 1));

    @Test
    void whoArrivedWhoWaitsAndWhoLeftAreToldApart() {
        Map<String, List<Wait>> waits = Waits.of(
                customers(
                        contract("arrived", "2026-01-01", "2027-01-01", null),
                        contract("waits", "2026-01-11", "2027-01-11", null),
                        contract("left", "2026-01-01", "2026-02-01", "2026-01-20")),
                Map.of("arrived", LocalDate.of(2026, 1, 31), "left", LocalDate.of(2026, 3, 1)),
                Map.of("arrived", "smb", "waits", "smb"),
                COHORT,
                AS_OF);

        assertThat(waits.get("smb")).containsExactly(new Wait(30, true), new Wait(80, false));
        assertThat(waits.get("unknown")).containsExactly(new Wait(31, false));
    }

    @Test
    void whatHappenedLaterWasNotKnownThen() {
        Map<String, List<Wait>> waits = Waits.of(
                customers(contract("a", "2026-03-01", "2027-01-01", null)),
                Map.of("a", LocalDate.of(2026, 5, 1)),
                Map.of(),
                COHORT,
                AS_OF);

        assertThat(waits.get("unknown")).containsExactly(new Wait(31, false));
    }

    @Test
    void aCustomerOfLongBeforeIsNotInTheCohort() {
        assertThat(Waits.of(
                        customers(
                                contract("a", "2024-03-01", "2025-03-01", "2025-02-01"),
                                contract("a", "2026-03-01", "2027-01-01", null)),
                        Map.of(),
                        Map.of(),
                        COHORT,
                        AS_OF))
                .isEmpty();
    }

    @Test
    void whoRanOnWaitedUntilTheContractWasClosed() {
        ContractRecord monthly = contract("a", "2026-01-01", "2026-02-01", "2026-03-10", true);

        assertThat(Waits.of(customers(monthly), Map.of(), Map.of(), COHORT, AS_OF)
                        .get("unknown"))
                .containsExactly(new Wait(68, false));
    }

    @Test
    void accountsThatAreMergedAreOneCustomerFromTheFirstContractToTheFirstArrival() {
        CustomerContracts merged = new CustomerContracts(
                List.of(
                        contract("bought", "2026-01-01", "2027-01-01", null),
                        contract("buyer", "2026-02-01", "2027-02-01", null)),
                new AccountTree(Map.of(), Map.of("bought", "buyer")));

        assertThat(Waits.of(
                        merged,
                        Map.of("bought", LocalDate.of(2026, 1, 21), "buyer", LocalDate.of(2026, 3, 1)),
                        Map.of("buyer", "smb", "bought", "mid"),
                        COHORT,
                        AS_OF))
                .isEqualTo(Map.of("smb", List.of(new Wait(20, true))));
    }

    private static CustomerContracts customers(ContractRecord... contracts) {
        return new CustomerContracts(List.of(contracts), AccountTree.flat());
    }

    private static ContractRecord contract(String account, String from, String until, String closedOn) {
        return contract(account, from, until, closedOn, false);
    }

    private static ContractRecord contract(
            String account, String from, String until, String closedOn, boolean autoRenew) {
        LocalDate start = LocalDate.parse(from);
        return new ContractRecord(
                account + from,
                account,
                1,
                start,
                start,
                LocalDate.parse(until),
                autoRenew,
                0,
                null,
                closedOn == null ? null : LocalDate.parse(closedOn),
                List.of(),
                List.of(),
                null);
    }
}
