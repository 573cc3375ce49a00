package io.playcaller.forecast.learning;

import io.playcaller.contracts.fact.InvoiceChanged;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.engine.contract.ContractSituation;
import io.playcaller.forecast.engine.memory.Deciding;
import io.playcaller.forecast.engine.memory.TermOutcome;
import io.playcaller.forecast.lab.closed.Ending;
import io.playcaller.forecast.lab.closed.Endings;
import io.playcaller.forecast.lab.closed.Example;
import io.playcaller.forecast.lab.closed.Examples;
import io.playcaller.forecast.lab.closed.Hindsight;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/**
 * What is known of an account's past.
 *
 * @param contracts its own, and those of the accounts that are merged with it
 * @param terms what became of renewals of these contracts, as far as it is on record
 * @param remembered by contract and day what forecasts were made from
 * @param by by what its terms are decided, and as of which day
 */
public record ClosedAccount(
        String accountId,
        List<ContractRecord> contracts,
        List<InvoiceChanged> invoices,
        List<TermOutcome> terms,
        Map<String, NavigableMap<LocalDate, ContractSituation>> remembered,
        Deciding by) {

    /** Days before an end on which it is looked at. */
    public static final List<Integer> HORIZONS = List.of(180, 90, 30);

    public ClosedAccount {
        contracts = contracts.stream().filter(ContractRecord::stands).toList();
        invoices = invoices.stream().filter(InvoiceChanged::stands).toList();
    }

    /** The same with what forecasts were made from. */
    public ClosedAccount remembering(Map<String, NavigableMap<LocalDate, ContractSituation>> situations) {
        return new ClosedAccount(accountId, contracts, invoices, terms, situations, by);
    }

    /** How the terms of its own contracts ended. */
    public List<Ending> endings() {
        return Endings.of(contracts, terms, by.gapDays()).stream()
                .filter(ending -> ending.accountId().equals(accountId))
                .toList();
    }

    /** What it teaches. */
    public List<Example> examples() {
        return Examples.of(new Hindsight(contracts, invoices, terms), remembered, HORIZONS, by).stream()
                .filter(example -> example.ending().accountId().equals(accountId))
                .toList();
    }
}
