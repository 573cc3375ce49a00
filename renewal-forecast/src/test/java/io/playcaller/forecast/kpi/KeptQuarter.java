package io.playcaller.forecast.kpi;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.engine.currency.Rates;
import io.playcaller.forecast.engine.ledger.AccountTree;
import io.playcaller.forecast.engine.ledger.Period;
import io.playcaller.forecast.engine.ledger.RetentionDefinition;
import io.playcaller.forecast.ledger.CustomerRetention;
import io.playcaller.forecast.ledger.LedgerInputs;
import io.playcaller.forecast.ledger.RetentionQuestion;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the first quarter of 2026 kept of contracts that began a year before. */
final class KeptQuarter {

    static final Period PERIOD = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 4, 1));
    static final RetentionDefinition OWN = RetentionDefinition.defaults();

    private KeptQuarter() {}

    static CustomerRetention of(List<ContractRecord> contracts) {
        return of(OWN, contracts);
    }

    static CustomerRetention of(RetentionDefinition definition, List<ContractRecord> contracts) {
        return CustomerRetention.of(
                new RetentionQuestion(PERIOD, definition, null),
                LedgerInputs.of(contracts, AccountTree.flat(), new Rates("EUR", 31, List.of())));
    }

    /** A contract of an account that goes on beyond the quarter, unless it is closed. */
    static ContractRecord contract(String account, String id, Money arr, @Nullable LocalDate closedOn) {
        LocalDate start = LocalDate.of(2025, 2, 1);
        LocalDate end = closedOn == null ? LocalDate.of(2027, 1, 1) : closedOn;
        return new ContractRecord(
                id,
                account,
                1,
                start,
                start,
                end,
                false,
                0,
                null,
                closedOn,
                List.of(new ContractLine("l-" + id, "p-" + id, arr, null, start, end)),
                List.of(),
                null);
    }
}
