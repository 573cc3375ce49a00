package io.playcaller.forecast.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.engine.ledger.AccountTree;
import io.playcaller.forecast.engine.ledger.CustomerContracts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CustomersTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

    @Test
    void onlyWhoHasAContractInForceIsOne() {
        List<ContractRecord> contracts = List.of(
                contract("open", DAY.minusYears(1), null),
                contract("ends-tomorrow", DAY.minusYears(1), DAY.plusDays(1)),
                contract("left", DAY.minusYears(1), DAY),
                contract("begins", DAY.plusDays(1), null));

        assertThat(Customers.on(new CustomerContracts(contracts, AccountTree.flat()), DAY))
                .containsExactly("ends-tomorrow", "open");
    }

    @Test
    void accountsThatAreMergedAreOneCustomerByTheAccountThatTheyAreNow() {
        List<ContractRecord> contracts =
                List.of(contract("bought", DAY.minusYears(1), null), contract("acme", DAY.minusYears(1), null));
        AccountTree merged = new AccountTree(Map.of(), Map.of("bought", "acme"));

        assertThat(Customers.on(new CustomerContracts(contracts, merged), DAY)).containsExactly("acme");
    }

    private static ContractRecord contract(String account, LocalDate from, @Nullable LocalDate closedOn) {
        LocalDate until = closedOn == null ? from.plusYears(2) : closedOn;
        return new ContractRecord(
                account, account, 1, from, from, until, false, 0, null, closedOn, List.of(), List.of(), null);
    }
}
