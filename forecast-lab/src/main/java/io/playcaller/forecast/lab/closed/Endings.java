package io.playcaller.forecast.lab.closed;

import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.ContractTerm;
import io.playcaller.contracts.register.MovementKind;
import io.playcaller.forecast.engine.contract.AccountHistory;
import io.playcaller.forecast.engine.ledger.ContractPostings;
import io.playcaller.forecast.engine.ledger.Posting;
import io.playcaller.forecast.engine.memory.TermOutcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the terms of an account's contracts ended, by its ledger. What the ledger refuses has no ending. */
public final class Endings {

    private final List<ContractPostings> usable;
    private final Collection<TermOutcome> terms;
    private final int gapDays;

    private Endings(List<ContractPostings> usable, Collection<TermOutcome> terms, int gapDays) {
        this.usable = usable;
        this.terms = terms;
        this.gapDays = gapDays;
    }

    /**
     * Renewals in a contract that went on, and the ends of contracts that are closed or replaced, in order of date. A renewal is on record
     * as a movement, or its outcome is ({@link TermOutcome#isUnwritten}).
     *
     * @param contracts of one customer
     * @param terms what became of renewals, as far as it is on record
     * @param gapDays who is back within so many days never left; what ends so soon after a renewal ended with it
     */
    public static List<Ending> of(Collection<ContractRecord> contracts, Collection<TermOutcome> terms, int gapDays) {
        Endings endings = new Endings(
                ContractPostings.of(contracts).stream()
                        .filter(ContractPostings::usable)
                        .toList(),
                terms,
                gapDays);
        List<Ending> all = new ArrayList<>();
        endings.usable.forEach(contract -> {
            LocalDate since = endings.renewals(contract, all);
            endings.end(contract, since, all);
        });
        all.sort(Comparator.comparing(Ending::on).thenComparing(Ending::contractId));
        return all;
    }

    /** Says when the last term began. */
    private LocalDate renewals(ContractPostings contract, List<Ending> all) {
        ContractRecord told = contract.contract();
        LocalDate since = told.startsOn();
        Map<LocalDate, TermOutcome> unwritten = unwritten(contract);
        NavigableSet<LocalDate> days = written(contract);
        days.addAll(unwritten.keySet());
        for (LocalDate day : days) {
            long before = contract.arrOn(day.minusDays(1));
            long after = contract.arrOn(day);
            LocalDate began = since;
            TermOutcome term = unwritten.get(day);
            if (term != null) {
                began = term.since(since);
                before = told.movements().isEmpty() ? term.due().arr().minor() : before;
                after = told.movements().isEmpty() ? term.outcome().net() : after;
            }
            if (before > 0) {
                all.add(new Ending(told.accountId(), told.contractId(), began, day, (double) after / before));
            }
            since = day;
        }
        return since;
    }

    /** Those on record while it ran; of one that runs on, whatever its end is. */
    private static NavigableSet<LocalDate> written(ContractPostings contract) {
        ContractRecord told = contract.contract();
        LocalDate until = told.runsOn() && !isOver(contract) ? LocalDate.MAX : LastTerm.overOn(contract);
        return told.movements().stream()
                .filter(movement -> movement.kind() == MovementKind.RENEWAL)
                .map(ContractMovement::on)
                .filter(day -> day.isAfter(told.startsOn()) && day.isBefore(until))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<LocalDate, TermOutcome> unwritten(ContractPostings contract) {
        return terms.stream()
                .filter(term -> term.isUnwritten(contract, gapDays))
                .collect(Collectors.toMap(term -> term.due().renewalOn(), term -> term));
    }

    private void end(ContractPostings contract, LocalDate since, List<Ending> all) {
        ContractRecord told = contract.contract();
        if (!isOver(contract)) {
            return;
        }
        List<ContractPostings> next = usable.stream()
                .filter(other -> AccountHistory.succeeds(other.contract(), told, gapDays))
                .toList();
        List<ContractPostings> ended = usable.stream()
                .filter(other -> other.equals(contract) || sharesItsEnd(other, next))
                .toList();
        long before = sum(ended, Endings::worth);
        long after = sum(next, other -> other.arrOn(other.contract().startsOn()));
        double kept = before <= 0 || after <= 0 ? 0 : inOneCurrency(ended, next) ? (double) after / before : Double.NaN;
        ContractTerm last = LastTerm.of(contract, gapDays).since(since);
        all.add(new Ending(told.accountId(), told.contractId(), last.startsOn(), last.endsOn(), kept));
    }

    private static boolean inOneCurrency(List<ContractPostings> ended, List<ContractPostings> next) {
        return Stream.concat(ended.stream(), next.stream())
                        .flatMap(contract -> contract.postings().stream())
                        .map(Posting::currency)
                        .distinct()
                        .count()
                == 1;
    }

    private static boolean isOver(ContractPostings contract) {
        return contract.contract().closedOn() != null || contract.replacedOn() != null;
    }

    private boolean sharesItsEnd(ContractPostings other, List<ContractPostings> next) {
        return isOver(other)
                && next.stream()
                        .map(ContractPostings::contract)
                        .anyMatch(younger -> AccountHistory.succeeds(younger, other.contract(), gapDays));
    }

    /** What it was worth on its last day; of one that was let go earlier, before that. */
    private static long worth(ContractPostings contract) {
        LocalDate ends = LastTerm.overOn(contract);
        LocalDate replacedOn = contract.replacedOn();
        LocalDate end = replacedOn != null && replacedOn.isBefore(ends) ? replacedOn : ends;
        long last = contract.arrOn(end.minusDays(1));
        return last > 0
                ? last
                : contract.postings().stream()
                        .mapToLong(posting -> contract.arrOn(posting.on().minusDays(1)))
                        .max()
                        .orElse(0);
    }

    private static long sum(List<ContractPostings> contracts, ToLongFunction<ContractPostings> amount) {
        return contracts.stream().mapToLong(amount).reduce(0, Math::addExact);
    }
}
