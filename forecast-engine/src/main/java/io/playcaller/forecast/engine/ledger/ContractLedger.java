package io.playcaller.forecast.engine.ledger;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.engine.ledger.LedgerProblem.Code;
import io.playcaller.forecast.engine.ledger.LedgerProblem.Treatment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All contracts as dated postings: what recurring revenue was on a day, and what a period did to it. */
public final class ContractLedger {

    private final List<ContractPostings> contracts;
    private final List<Posting> postings;

    private ContractLedger(List<ContractPostings> contracts) {
        this.contracts = contracts;
        this.postings = contracts.stream()
                .flatMap(contract -> contract.postings().stream())
                .toList();
    }

    /** The ledger of {@code contracts}: one record per contract id, the newest. */
    public static ContractLedger of(Collection<ContractRecord> contracts) {
        return new ContractLedger(contracts.stream()
                .sorted(Comparator.comparing(ContractRecord::contractId))
                .map(ContractPostings::of)
                .toList());
    }

    /** ARR on {@code day}, a figure per currency. */
    public Map<String, Money> arrOn(LocalDate day) {
        Map<String, Money> sums = new TreeMap<>();
        for (Posting posting : postings) {
            if (!posting.on().isAfter(day)) {
                sums.merge(posting.currency(), new Money(posting.minor(), posting.currency()), Money::plus);
            }
        }
        return sums;
    }

    /**
     * What became of the revenue between the morning of {@code from} and the morning of {@code until}, a bridge per
     * currency.
     */
    public Map<String, RetentionBridge> bridge(LocalDate from, LocalDate until, RetentionDefinition definition) {
        Map<String, List<Posting>> byCurrency = new TreeMap<>();
        postings.forEach(posting -> byCurrency
                .computeIfAbsent(posting.currency(), currency -> new ArrayList<>())
                .add(posting));
        Map<String, RetentionBridge> bridges = new TreeMap<>();
        byCurrency.forEach((currency, of) ->
                bridges.put(currency, UnitTimelines.of(of, definition).bridge(from, until, currency, definition)));
        return bridges;
    }

    /** Everything that is wrong, by contract, and the money that it concerns. */
    public List<LedgerProblem> problems(LocalDate today) {
        List<LedgerProblem> problems = new ArrayList<>();
        for (ContractPostings contract : contracts) {
            problems.addAll(contract.problems());
            ContractChecks.outcomeMissing(contract, today).ifPresent(problems::add);
        }
        problems.addAll(overlaps());
        return problems;
    }

    /** Two open contracts for one product of one account at the same time: both count, and may be one entered twice. */
    private List<LedgerProblem> overlaps() {
        List<LedgerProblem> problems = new ArrayList<>();
        Map<List<String>, ContractLine> lastOfProduct = new HashMap<>();
        for (ContractPostings contract : contracts) {
            ContractRecord told = contract.contract();
            if (!contract.usable() || told.closedOn() != null) {
                continue;
            }
            for (ContractLine line : told.lines()) {
                ContractLine other = lastOfProduct.put(List.of(told.accountId(), line.productId()), line);
                if (other != null
                        && other.startsOn().isBefore(line.endsOn())
                        && line.startsOn().isBefore(other.endsOn())) {
                    String detail = "lines " + other.lineId() + " and " + line.lineId() + " both sell "
                            + line.productId() + " at the same time";
                    problems.add(new LedgerProblem(
                            told.contractId(), Code.LINES_OVERLAP, Treatment.COUNTED, detail, line.arr()));
                }
            }
        }
        return problems;
    }
}
