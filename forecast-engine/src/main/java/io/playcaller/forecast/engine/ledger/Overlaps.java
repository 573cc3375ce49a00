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
import org.jspecify.annotations.Nullable;

/**
 * Two contracts that sell one product to one customer at the same time, or that both list no lines. Both count, because customers do buy
 * twice; it may also be one contract that was entered twice, or a renewal that does not say what it replaces.
 */
final class Overlaps {

    /** A line while it is paid for; of a contract that lists none the whole of it, without a line. */
    private record Span(ContractRecord contract, @Nullable ContractLine line, LocalDate from, LocalDate until) {

        String product() {
            return line == null ? "" : line.productId();
        }
    }

    private Overlaps() {}

    static List<LedgerProblem> of(List<ContractPostings> contracts, Succession succession, AccountTree tree) {
        Map<List<String>, List<Span>> byProduct = new TreeMap<>(
                Comparator.comparing((List<String> key) -> key.get(0)).thenComparing(key -> key.get(1)));
        for (ContractPostings contract : contracts) {
            if (contract.usable()) {
                String customer = tree.account(contract.contract().accountId());
                spans(contract.contract(), succession)
                        .forEach(span -> byProduct
                                .computeIfAbsent(List.of(customer, span.product()), key -> new ArrayList<>())
                                .add(span));
            }
        }
        List<LedgerProblem> problems = new ArrayList<>();
        byProduct.values().forEach(spans -> problems.addAll(among(spans)));
        return problems;
    }

    private static List<Span> spans(ContractRecord contract, Succession succession) {
        if (contract.lines().isEmpty()) {
            LocalDate until = until(contract, contract.endsOn(), succession);
            return List.of(new Span(contract, null, contract.startsOn(), until));
        }
        return contract.lines().stream()
                .map(line -> {
                    LocalDate end = line.neverEnds() ? LocalDate.MAX : line.endsOn();
                    return new Span(contract, line, line.startsOn(), until(contract, end, succession));
                })
                .toList();
    }

    /** What goes with a contract that runs on is paid for until that is over: while it is open, for good, or as long as it was not cancelled. */
    private static LocalDate until(ContractRecord contract, LocalDate end, Succession succession) {
        LocalDate until = end;
        LocalDate replacedOn = succession.replacedOn(contract.contractId());
        LocalDate overOn = contract.overOn();
        boolean toItsEnd = !until.isBefore(contract.endsOn());
        if ((toItsEnd && contract.runsOn()) || (overOn != null && overOn.isBefore(until))) {
            until = overOn == null ? openEnd(contract) : overOn;
        }
        return replacedOn != null && replacedOn.isBefore(until) ? replacedOn : until;
    }

    /** Of one that runs on and is open: the end of the term in which a cancellation was declared, else none. */
    private static LocalDate openEnd(ContractRecord contract) {
        LocalDate cancelledOn = contract.noticeReceivedOn();
        return contract.autoRenew() && !contract.neverEnds() && cancelledOn != null
                ? contract.termOn(cancelledOn).endsOn()
                : LocalDate.MAX;
    }

    private static List<LedgerProblem> among(List<Span> spans) {
        spans.sort(Comparator.comparing(Span::from)
                .thenComparing(span -> span.contract().contractId()));
        List<LedgerProblem> problems = new ArrayList<>();
        Span longest = spans.get(0);
        for (Span span : spans.subList(1, spans.size())) {
            boolean another =
                    !span.contract().contractId().equals(longest.contract().contractId());
            if (another && span.from().isBefore(longest.until()) && span.from().isBefore(span.until())) {
                problems.add(problem(longest, span));
            }
            longest = span.until().isAfter(longest.until()) ? span : longest;
        }
        return problems;
    }

    private static LedgerProblem problem(Span first, Span second) {
        ContractRecord contract = second.contract();
        return new LedgerProblem(
                contract.contractId(), Code.LINES_OVERLAP, Treatment.COUNTED, detail(first, second), atStake(second));
    }

    private static String detail(Span first, Span second) {
        return first.line() == null || second.line() == null
                ? "contracts " + first.contract().contractId() + " and "
                        + second.contract().contractId() + " list no lines and run at the same time"
                : "lines " + first.line().lineId() + " and " + second.line().lineId() + " both sell " + second.product()
                        + " at the same time";
    }

    private static Money atStake(Span span) {
        return span.line() == null ? AtStake.of(span.contract()) : span.line().arr();
    }
}
