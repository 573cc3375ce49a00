package io.playcaller.forecast.engine.review;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.MovementKind;
import io.playcaller.forecast.engine.ledger.Cause;
import io.playcaller.forecast.engine.ledger.ContractPostings;
import io.playcaller.forecast.engine.ledger.CustomerContracts;
import io.playcaller.forecast.engine.ledger.Posting;
import io.playcaller.forecast.engine.memory.TermOutcome;
import io.playcaller.forecast.engine.review.Turn.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the turns of contracts. Rules:
 *
 * <ol>
 *   <li>A day with a movement {@code renewal} is one; so is the day on which nothing is left of a contract, written down or because it
 *       is closed, or another one replaces it; so is any other day with a contraction, or on which a line ended by itself. A contract that
 *       the ledger refuses has none.
 *   <li>A renewal that no movement tells ({@link TermOutcome#isUnwritten}) is one on the day that its outcome names. Amounts are those of the
 *       movements; of a contract without any, whose lines say the present alone, those of the outcome.
 *   <li>What goes on after an end stands in contracts of the same customer and currency that began later than it did, within the
 *       reactivation gap of the end: their ARR at their start, handed out once: to the contract that they replace, then to what ended first.
 * </ol>
 */
public final class Turns {

    private static final Comparator<Turn> ORDER = Comparator.comparing(Turn::on).thenComparing(Turn::contractId);

    private final int gapDays;
    private final LocalDate today;
    private final Map<String, List<TermOutcome>> terms;
    /** What each contract has left to succeed others with. */
    private final Map<String, Long> toHandOut = new TreeMap<>();

    private Turns(int gapDays, LocalDate today, Collection<TermOutcome> terms) {
        this.gapDays = gapDays;
        this.today = today;
        this.terms =
                terms.stream().collect(Collectors.groupingBy(term -> term.due().contractId()));
    }

    /** All turns up to {@code today} of the contracts of one customer, as far as the register tells them. */
    public static List<Turn> of(Collection<ContractRecord> contracts, int gapDays, LocalDate today) {
        return of(CustomerContracts.ofOne(contracts), List.of(), gapDays, today);
    }

    /**
     * All turns up to {@code today}, in order of day and contract; each of the account that its contract names.
     *
     * @param terms what became of renewals, each as it is known now
     */
    public static List<Turn> of(CustomerContracts known, Collection<TermOutcome> terms, int gapDays, LocalDate today) {
        Map<String, List<ContractPostings>> byCustomer = new TreeMap<>();
        CustomerContracts standing = new CustomerContracts(
                known.contracts().stream().filter(ContractRecord::stands).toList(), known.accounts());
        standing.postings().stream()
                .filter(ContractPostings::usable)
                .forEach(contract -> byCustomer
                        .computeIfAbsent(
                                known.accounts().account(contract.contract().accountId()),
                                customer -> new ArrayList<>())
                        .add(contract));
        Turns turns = new Turns(gapDays, today, terms);
        return byCustomer.values().stream()
                .flatMap(customer -> turns.ofCustomer(customer).stream())
                .sorted(ORDER)
                .toList();
    }

    private List<Turn> ofCustomer(List<ContractPostings> contracts) {
        contracts.forEach(it ->
                toHandOut.put(it.contract().contractId(), it.arrOn(it.contract().startsOn())));
        List<Turn> turns = contracts.stream()
                .flatMap(contract -> turns(contract).stream())
                .sorted(ORDER)
                .toList();
        List<Turn> named = succeeded(turns, contracts, ContractPostings::follows);
        return succeeded(named, contracts, (next, ended) -> true);
    }

    /** The same turns with what goes on of those that ended in the contracts that may take their place, in order. */
    private List<Turn> succeeded(
            List<Turn> turns, List<ContractPostings> contracts, BiPredicate<ContractPostings, ContractPostings> may) {
        return turns.stream()
                .map(turn -> turn.kind() == Kind.END ? succeeded(turn, contracts, may) : turn)
                .toList();
    }

    private List<Turn> turns(ContractPostings contract) {
        Map<LocalDate, TermOutcome> unwritten = new TreeMap<>();
        terms.getOrDefault(contract.contract().contractId(), List.of()).stream()
                .filter(term -> term.isUnwritten(contract, gapDays))
                .forEach(term -> unwritten.put(term.due().renewalOn(), term));
        NavigableSet<LocalDate> days = days(contract);
        days.addAll(unwritten.keySet());
        return days.headSet(today, true).stream()
                .map(day -> turn(contract, day, unwritten.get(day)))
                .filter(Objects::nonNull)
                .toList();
    }

    private static NavigableSet<LocalDate> days(ContractPostings contract) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        contract.contract().movements().stream()
                .filter(movement -> movement.kind() == MovementKind.RENEWAL
                        || movement.delta().minor() < 0)
                .map(ContractMovement::on)
                .forEach(days::add);
        contract.postings().stream()
                .filter(posting -> posting.cause() == Cause.END)
                .map(Posting::on)
                .forEach(days::add);
        contract.postings().stream().map(Posting::on).max(LocalDate::compareTo).ifPresent(days::add);
        return days;
    }

    private static @Nullable Turn turn(ContractPostings postings, LocalDate day, @Nullable TermOutcome unwritten) {
        ContractRecord contract = postings.contract();
        long before = postings.arrOn(day.minusDays(1));
        long after = postings.arrOn(day);
        if (unwritten != null && contract.movements().isEmpty()) {
            before = unwritten.due().arr().minor();
            after = unwritten.outcome().kept();
        }
        boolean renewed = unwritten != null || isRenewedInWriting(contract, day);
        if (before <= 0 || (after >= before && !renewed)) {
            return null;
        }
        Kind kind = after == 0 ? Kind.END : renewed ? Kind.RENEWAL : Kind.CONTRACTION;
        return new Turn(
                contract.contractId(),
                contract.accountId(),
                kind,
                day,
                postings.postings().get(0).currency(),
                before,
                Math.min(before, after),
                reason(contract, day),
                kind == Kind.END ? knownOn(contract, day) : day);
    }

    /** Of the end of a contract: when notice was given or it was closed, whichever came first. */
    private static LocalDate knownOn(ContractRecord contract, LocalDate end) {
        return Stream.of(contract.noticeReceivedOn(), contract.closedOn(), end)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(end);
    }

    private static boolean isRenewedInWriting(ContractRecord contract, LocalDate day) {
        return contract.movements().stream()
                .anyMatch(movement ->
                        movement.kind() == MovementKind.RENEWAL && movement.on().equals(day));
    }

    /** The reason of that day's loss; for one that nobody gave a movement, of the last loss before. */
    private static @Nullable Reason reason(ContractRecord contract, LocalDate day) {
        return contract.movements().stream()
                .filter(movement -> movement.reason() != null && !movement.on().isAfter(day))
                .max(Comparator.comparing(ContractMovement::on).thenComparing(ContractMovement::movementId))
                .map(ContractMovement::reason)
                .orElse(null);
    }

    private Turn succeeded(
            Turn end, List<ContractPostings> contracts, BiPredicate<ContractPostings, ContractPostings> may) {
        ContractPostings ended = contracts.stream()
                .filter(contract -> contract.contract().contractId().equals(end.contractId()))
                .findFirst()
                .orElseThrow();
        long goesOn = end.after();
        for (ContractPostings other : contracts) {
            if (goesOn < end.before() && may.test(other, ended) && succeeds(other, ended.contract(), end)) {
                String id = other.contract().contractId();
                long taken = Math.min(end.before() - goesOn, toHandOut.getOrDefault(id, 0L));
                toHandOut.merge(id, -taken, Math::addExact);
                goesOn += taken;
            }
        }
        return end.keeping(goesOn);
    }

    private boolean succeeds(ContractPostings other, ContractRecord ended, Turn end) {
        LocalDate begins = other.contract().startsOn();
        return begins.isAfter(ended.startsOn())
                && !begins.isBefore(end.on().minusDays(gapDays))
                && !begins.isAfter(end.on().plusDays(gapDays))
                && !begins.isAfter(today)
                && other.postings().stream()
                        .anyMatch(posting -> posting.currency().equals(end.currency()));
    }
}
