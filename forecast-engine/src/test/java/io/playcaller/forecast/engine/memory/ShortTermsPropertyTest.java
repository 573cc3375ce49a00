package io.playcaller.forecast.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.engine.contract.MovedDay;
import io.playcaller.forecast.engine.contract.ShortTerms;
import io.playcaller.forecast.engine.ledger.ContractLedger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** A contract of months under one number, told of day by day and looked at once a day, as the service does. */
class ShortTermsPropertyTest {

    private static final int GAP = 30;
    private static final long ARR = 120_00;
    private static final LocalDate START = LocalDate.of(2026, 1, 31);
    private static final ShortTerms TERMS = ShortTerms.defaults();

    /**
     * What becomes of a month's end.
     *
     * @param days from the end of the term to the day on which it is told; below zero ahead of it
     */
    record Word(Kind kind, int days) {}

    enum Kind {
        GOES_ON,
        CLOSED,
        NOTHING
    }

    /** Months that go on, and how the last of them ends. */
    record Course(List<Word> words) {

        /** What the register says from which day on, and the ends that terms had. */
        NavigableMap<LocalDate, ContractRecord> told() {
            NavigableMap<LocalDate, ContractRecord> told = new TreeMap<>();
            LocalDate endsOn = START.plusMonths(1);
            told.put(START, contract(endsOn, null));
            for (int month = 2; month <= words.size() + 1; month++) {
                Word word = words.get(month - 2);
                LocalDate on = endsOn.plusDays(word.days());
                LocalDate next = START.plusMonths(month);
                if (word.kind() == Kind.GOES_ON) {
                    endsOn = next;
                    told.put(on, contract(endsOn, null));
                } else if (word.kind() == Kind.CLOSED) {
                    told.put(on, contract(endsOn, on));
                }
            }
            return told;
        }

        TreeSet<LocalDate> ends() {
            TreeSet<LocalDate> ends = new TreeSet<>();
            told().values().forEach(contract -> ends.add(contract.endsOn()));
            return ends;
        }
    }

    @Property(tries = 200)
    void eachTermHasOneOutcomeWhichIsWhatTheLedgerCountsHalfATermOn(@ForAll("courses") Course course) {
        NavigableMap<LocalDate, ContractRecord> told = course.told();
        LocalDate last = course.ends().last().plusDays(TERMS.upTo());

        Map<LocalDate, RenewalOutcome> outcomes = new Memory(told).until(last);

        assertThat(outcomes.keySet()).isEqualTo(course.ends());
        ContractLedger ledger = ContractLedger.of(List.of(told.lastEntry().getValue()));
        outcomes.forEach((end, outcome) -> {
            LocalDate before = course.ends().lower(end);
            int half = TERMS.newTermDays(before == null ? START : before, end);
            Money arr = ledger.arrOn(end.plusDays(half)).getOrDefault("EUR", Money.zero("EUR"));
            assertThat(outcome).isEqualTo(new RenewalOutcome(arr.minor(), arr.minor()));
        });
    }

    @Property(tries = 200)
    void whatWasDecidedIsDecidedOnEveryLaterDayWhileTheRegisterSaysTheSame(@ForAll("courses") Course course) {
        ContractRecord contract = course.told().firstEntry().getValue();
        Due due = new Due("c1", contract.endsOn(), new Money(ARR, "EUR"));
        List<ContractRecord> account = List.of(course.told().lastEntry().getValue());

        boolean decided = false;
        for (LocalDate day = START;
                day.isBefore(contract.endsOn().plusDays(TERMS.grace() + 2));
                day = day.plusDays(1)) {
            boolean now = RenewalOutcome.of(due, account, by(day)).isPresent();
            assertThat(now || !decided).isTrue();
            decided = now;
        }
        assertThat(decided).isTrue();
    }

    /** What the service remembers: which renewal was ahead on each day, and what became of each. */
    private static final class Memory {

        private record Told(Due due, RenewalOutcome outcome) {}

        private final NavigableMap<LocalDate, ContractRecord> told;
        private final NavigableMap<LocalDate, LocalDate> ahead = new TreeMap<>();
        private final NavigableMap<LocalDate, Told> outcomes = new TreeMap<>();

        Memory(NavigableMap<LocalDate, ContractRecord> told) {
            this.told = told;
        }

        Map<LocalDate, RenewalOutcome> until(LocalDate last) {
            for (LocalDate day = START; !day.isAfter(last); day = day.plusDays(1)) {
                ContractRecord contract = told.floorEntry(day).getValue();
                LocalDate due = contract.closedOn() == null ? contract.endsOn() : null;
                look(day, due, contract);
                if (due != null) {
                    ahead.put(day, due);
                }
            }
            Map<LocalDate, RenewalOutcome> known = new TreeMap<>();
            outcomes.forEach((end, its) -> known.put(end, its.outcome()));
            return known;
        }

        private void look(LocalDate day, @Nullable LocalDate due, ContractRecord contract) {
            List<LocalDate> candidates = new ArrayList<>();
            LocalDate yesterday = ahead.get(day.minusDays(1));
            if (yesterday != null && !yesterday.equals(due)) {
                candidates.add(yesterday);
            }
            if (due != null && !due.plusDays(TERMS.grace()).isAfter(day)) {
                candidates.add(due);
            }
            candidates.removeAll(outcomes.keySet());
            outcomes.replaceAll((end, known) -> RenewalOutcome.again(known.due(), List.of(contract), by(day))
                    .map(outcome -> new Told(known.due(), outcome))
                    .orElseThrow());
            candidates.stream()
                    .map(this::due)
                    .forEach(candidate -> RenewalOutcome.of(candidate, List.of(contract), by(day))
                            .ifPresent(outcome -> outcomes.put(candidate.renewalOn(), new Told(candidate, outcome))));
        }

        private Due due(LocalDate renewalOn) {
            LocalDate latest = renewalOn.minusDays(MovedDay.WORDS_HOLD_DAYS);
            Optional<LocalDate> stood = ahead.headMap(renewalOn).entrySet().stream()
                    .filter(it -> !it.getValue().isAfter(it.getKey().plusDays(1))
                            && it.getValue().isBefore(latest))
                    .map(Map.Entry::getValue)
                    .max(LocalDate::compareTo);
            LocalDate known = outcomes.lowerKey(latest);
            LocalDate since = known == null || stood.filter(known::isBefore).isPresent() ? stood.orElse(null) : known;
            return new Due("c1", renewalOn, new Money(ARR, "EUR"), since);
        }
    }

    private static Deciding by(LocalDate day) {
        return new Deciding(GAP, TERMS, day);
    }

    private static ContractRecord contract(LocalDate endsOn, @Nullable LocalDate closedOn) {
        ContractLine line = new ContractLine("l1", "core", new Money(ARR, "EUR"), null, START, endsOn);
        return new ContractRecord(
                "c1", "a1", 1, START, START, endsOn, true, 0, null, closedOn, List.of(line), List.of(), null);
    }

    @Provide
    Arbitrary<Course> courses() {
        Arbitrary<Word> goesOn = Arbitraries.integers().between(-10, 15).map(days -> new Word(Kind.GOES_ON, days));
        Arbitrary<Word> ends = Combinators.combine(
                        Arbitraries.of(Kind.CLOSED, Kind.NOTHING),
                        Arbitraries.integers().between(0, 45))
                .as(Word::new);
        return Combinators.combine(goesOn.list().ofMaxSize(16), ends).as((months, end) -> {
            List<Word> words = new ArrayList<>(months);
            words.add(end);
            return new Course(words);
        });
    }
}
