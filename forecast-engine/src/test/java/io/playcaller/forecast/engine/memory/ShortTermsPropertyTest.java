package io.playcaller.forecast.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.engine.contract.ShortTerms;
import io.playcaller.forecast.engine.ledger.ContractLedger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.jspecify.annotations.Nullable;

/** A contract of months under one number that does not say how it goes on, told of day by day and looked at once a day, as the service does. */
class ShortTermsPropertyTest {

    private static final long ARR = 120_00;
    private static final LocalDate START = LocalDate.of(2026, 1, 31);
    private static final ShortTerms TERMS = RememberedTerms.TERMS;

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

    @Property(tries = 100)
    void eachTermHasOneOutcomeWhichIsWhatTheLedgerCountsHalfATermOn(@ForAll("courses") Course course) {
        requireWhatTheLedgerCounts(course);
    }

    @Tag("long")
    @Property
    void eachTermOf1_000CoursesHasOneOutcomeWhichIsWhatTheLedgerCountsHalfATermOn(@ForAll("courses") Course course) {
        requireWhatTheLedgerCounts(course);
    }

    private static void requireWhatTheLedgerCounts(Course course) {
        NavigableMap<LocalDate, ContractRecord> told = course.told();
        LocalDate last = course.ends().last().plusDays(TERMS.upTo());

        Map<LocalDate, RenewalOutcome> outcomes = new RememberedTerms(told, ARR).until(last);

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

    private static Deciding by(LocalDate day) {
        return RememberedTerms.by(day);
    }

    private static ContractRecord contract(LocalDate endsOn, @Nullable LocalDate closedOn) {
        ContractLine line = new ContractLine("l1", "core", new Money(ARR, "EUR"), null, START, endsOn);
        return new ContractRecord(
                "c1", "a1", 1, START, START, endsOn, false, 0, null, closedOn, List.of(line), List.of(), null);
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
