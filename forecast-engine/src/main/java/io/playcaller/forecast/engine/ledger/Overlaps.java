package io.playcaller.forecast.engine.ledger;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.engine.ledger.LedgerProblem.Code;
import io.playcaller.forecast.engine.ledger.LedgerProblem.Treatment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Two contracts that sell one product to one account at the same time. Both count, because customers do buy twice; it may also
 * be one contract that was entered twice, or a renewal that does not say what it replaces.
 */
final class Overlaps {

    /** A line while it is paid for. */
    private record Span(ContractRecord contract, ContractLine line, LocalDate until) {}

    private Overlaps() {}

    static List<LedgerProblem> of(List<ContractPostings> contracts, Succession succession) {
        Map<List<String>, List<Span>> byProduct = new TreeMap<>(
                Comparator.comparing((List<String> key) -> key.get(0)).thenComparing(key -> key.get(1)));
        for (ContractPostings contract : contracts) {
            if (contract.usable()) {
                for (ContractLine line : contract.contract().lines()) {
                    byProduct
                            .computeIfAbsent(
                                    List.of(contract.contract().accountId(), line.productId()),
                                    key -> new ArrayList<>())
                            .add(span(contract.contract(), line, succession));
                }
            }
        }
        List<LedgerProblem> problems = new ArrayList<>();
        byProduct.values().forEach(spans -> problems.addAll(among(spans)));
        return problems;
    }

    private static Span span(ContractRecord contract, ContractLine line, Succession succession) {
        LocalDate until = line.neverEnds() ? LocalDate.MAX : line.endsOn();
        LocalDate replacedOn = succession.replacedOn(contract.contractId());
        LocalDate overOn = contract.overOn();
        boolean toItsEnd = !until.isBefore(contract.endsOn());
        if (overOn != null && ((toItsEnd && contract.runsOn()) || overOn.isBefore(until))) {
            until = overOn;
        }
        return new Span(contract, line, replacedOn != null && replacedOn.isBefore(until) ? replacedOn : until);
    }

    private static List<LedgerProblem> among(List<Span> spans) {
        spans.sort(Comparator.comparing((Span span) -> span.line().startsOn())
                .thenComparing(span -> span.contract().contractId()));
        List<LedgerProblem> problems = new ArrayList<>();
        Span longest = spans.get(0);
        for (Span span : spans.subList(1, spans.size())) {
            boolean another =
                    !span.contract().contractId().equals(longest.contract().contractId());
            if (another
                    && span.line().startsOn().isBefore(longest.until())
                    && span.line().startsOn().isBefore(span.until())) {
                problems.add(problem(longest, span));
            }
            longest = span.until().isAfter(longest.until()) ? span : longest;
        }
        return problems;
    }

    private static LedgerProblem problem(Span first, Span second) {
        String detail = "lines " + first.line().lineId() + " and "
                + second.line().lineId() + " both sell " + second.line().productId() + " at the same time";
        Money arr = second.line().arr();
        return new LedgerProblem(second.contract().contractId(), Code.LINES_OVERLAP, Treatment.COUNTED, detail, arr);
    }
}
