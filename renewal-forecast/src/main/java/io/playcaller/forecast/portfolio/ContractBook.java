package io.playcaller.forecast.portfolio;

import io.playcaller.contracts.Money;
import io.playcaller.forecast.engine.contract.Terms;
import io.playcaller.forecast.engine.ledger.ContractPostings;
import io.playcaller.forecast.engine.ledger.Posting;
import io.playcaller.forecast.engine.memory.Due;
import io.playcaller.forecast.engine.memory.RenewalOutcome;
import io.playcaller.forecast.portfolio.Renewal.Traits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a contract beside its forecast: what it brings from which day on, and what became of its renewals. It is looked at
 * whenever its account is forecast: a renewal that leaves the forecasts because it is decided is here from the same transaction on. As
 * it is stored; what an older row does not say is nothing.
 *
 * @param levels ARR in order of the day from which on it holds: that of the day of the last look, and those told of later days
 * @param ahead the renewal that it was last forecast for, while that is undecided; null where none is known
 * @param decided renewals that are, in order of their day: of the quarter of the last look and later ones, and the last one before these
 */
public record ContractBook(List<Level> levels, @Nullable Ahead ahead, List<Term> decided) {

    /** One of which nothing is told. */
    public static final ContractBook NOTHING = new ContractBook(List.of(), null, List.of());

    public ContractBook {
        levels = levels == null ? List.of() : List.copyOf(levels);
        decided = decided == null ? List.of() : List.copyOf(decided);
    }

    /** What it brings from a day on. */
    public record Level(LocalDate from, Money arr) {}

    /**
     * A renewal that is forecast.
     *
     * @param ending its end is on record
     */
    public record Ahead(LocalDate renewalOn, Money arr, boolean ending) {

        static Ahead of(Terms terms) {
            return new Ahead(terms.renewalOn(), terms.arr(), terms.endKnownOn() != null);
        }
    }

    /**
     * A renewal that is decided.
     *
     * @param arr what was up for renewal
     * @param since the renewal before it; null where none is remembered
     * @param before the renewal before {@code since}; null where none is remembered
     * @param kept minor units without growth
     * @param net minor units with growth
     */
    public record Term(
            LocalDate renewalOn,
            Money arr,
            @Nullable LocalDate since,
            @Nullable LocalDate before,
            long kept,
            long net) {

        static Term of(Due due, RenewalOutcome outcome) {
            return new Term(due.renewalOn(), due.arr(), due.since(), due.before(), outcome.kept(), outcome.net());
        }

        Due due(String contractId) {
            return new Due(contractId, renewalOn, arr, since, before);
        }
    }

    /** The same after a look. */
    public ContractBook after(ContractLook look) {
        LocalDate quarter = Quarter.of(look.by().today()).firstDay();
        List<Term> next = new ArrayList<>();
        decided.stream()
                .filter(term -> term.renewalOn().isBefore(quarter))
                .reduce((earlier, later) -> later)
                .ifPresent(next::add);
        decided.stream()
                .filter(term -> !term.renewalOn().isBefore(quarter))
                .flatMap(look::restated)
                .forEach(next::add);
        Terms terms = look.ahead();
        Ahead now = terms == null ? null : Ahead.of(terms);
        for (Ahead renewal : mayBeDecided(now, look.by().today())) {
            if (isUndecided(renewal, next)) {
                look.decided(renewal, next).ifPresent(next::add);
            }
        }
        next.sort(Comparator.comparing(Term::renewalOn));
        Ahead still = ahead != null && isUndecided(ahead, next) ? ahead : null;
        return new ContractBook(levels(look.contract(), look.by().today()), now == null ? still : now, next);
    }

    /** Whether figures of a day and later ones do without it. */
    public boolean saysNothing(LocalDate today) {
        LocalDate quarter = Quarter.of(today).firstDay();
        return ahead == null
                && decided.stream().allMatch(term -> term.renewalOn().isBefore(quarter))
                && levels.stream().allMatch(level -> level.arr().minor() == 0);
    }

    /** What figures of a day, and of the quarters from its own on, need of it; empty where that is nothing. */
    public Optional<Holding> on(LocalDate today, String contractId, String accountId, Traits traits) {
        Money now = levels.stream()
                .filter(level -> !level.from().isAfter(today))
                .reduce((earlier, later) -> later)
                .map(Level::arr)
                .filter(arr -> arr.minor() > 0)
                .orElse(null);
        String currency = currency(now);
        LocalDate from = Quarter.of(today).firstDay();
        List<Holding.Decided> known = decided.stream()
                .filter(term -> term.arr().currency().equals(currency))
                .filter(term -> !term.renewalOn().isBefore(from))
                .map(term -> new Holding.Decided(term.renewalOn(), term.arr().minor(), term.kept(), term.net()))
                .toList();
        boolean ending = ahead != null && ahead.ending();
        return currency == null || (now == null && known.isEmpty() && !ending)
                ? Optional.empty()
                : Optional.of(new Holding(
                        contractId, accountId, currency, now == null ? 0 : now.minor(), ending, known, traits));
    }

    /** That of today, else of what is ahead, else of what was decided last. */
    private @Nullable String currency(@Nullable Money now) {
        Money last = decided.isEmpty() ? null : decided.get(decided.size() - 1).arr();
        return Stream.of(now, ahead == null ? null : ahead.arr(), last)
                .filter(Objects::nonNull)
                .map(Money::currency)
                .findFirst()
                .orElse(null);
    }

    /** What is forecast no more, and what is though its day has come. */
    private List<Ahead> mayBeDecided(@Nullable Ahead now, LocalDate today) {
        return Stream.of(ahead, now)
                .filter(Objects::nonNull)
                .distinct()
                .filter(renewal -> now == null
                        || !renewal.renewalOn().equals(now.renewalOn())
                        || !today.isBefore(renewal.renewalOn()))
                .toList();
    }

    private static boolean isUndecided(Ahead renewal, List<Term> decided) {
        return decided.stream().noneMatch(term -> term.renewalOn().equals(renewal.renewalOn()));
    }

    private static List<Level> levels(ContractPostings contract, LocalDate today) {
        SortedMap<LocalDate, Money> byDay = new TreeMap<>();
        long sum = 0;
        for (Posting posting : contract.postings()) {
            sum = Math.addExact(sum, posting.minor());
            byDay.put(posting.on(), new Money(sum, posting.currency()));
        }
        List<Level> levels = new ArrayList<>();
        byDay.forEach((day, arr) -> {
            boolean same =
                    !levels.isEmpty() && levels.get(levels.size() - 1).arr().equals(arr);
            if (!same) {
                if (!day.isAfter(today)) {
                    levels.clear();
                }
                levels.add(new Level(day, arr));
            }
        });
        return levels;
    }
}
