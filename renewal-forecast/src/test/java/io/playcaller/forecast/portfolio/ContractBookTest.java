package io.playcaller.forecast.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.engine.contract.ShortTerms;
import io.playcaller.forecast.engine.contract.Terms;
import io.playcaller.forecast.engine.ledger.ContractLedger;
import io.playcaller.forecast.engine.ledger.ContractPostings;
import io.playcaller.forecast.engine.ledger.RetentionBridge;
import io.playcaller.forecast.engine.ledger.RetentionDefinition;
import io.playcaller.forecast.engine.memory.Deciding;
import io.playcaller.forecast.engine.portfolio.PeriodShock;
import io.playcaller.forecast.engine.portfolio.PortfolioModel;
import io.playcaller.forecast.portfolio.Holding.Decided;
import io.playcaller.forecast.portfolio.Portfolio.Figures;
import io.playcaller.forecast.portfolio.Renewal.Traits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ContractBookTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 15);
    private static final LocalDate START = LocalDate.of(2025, 12, 31);
    private static final LocalDate END = LocalDate.of(2026, 12, 31);
    private static final ContractRecord OPEN = contract("c1", START, END, 100_00, null, null);
    private static final ContractBook AHEAD = look(ContractBook.NOTHING, OPEN, TODAY, OPEN);

    @Test
    void whatIsClosedIsDecidedAtOnceAndInForceUntilItsEnd() {
        ContractRecord closed = contract("c1", START, END, 100_00, TODAY, null);

        ContractBook book = look(AHEAD, closed, TODAY, closed);

        Holding today = on(book, TODAY);
        assertThat(today.inForce()).isEqualTo(100_00);
        assertThat(today.decided()).containsExactly(new Decided(END, 100_00, 0, 0));
        assertThat(on(book, END).inForce()).isZero();
    }

    @Test
    void aSuccessorThatIsToldMinutesLaterRestatesIt() {
        ContractRecord closed = contract("c1", START, END, 100_00, TODAY, null);
        ContractRecord next = contract("c2", END, END.plusYears(1), 130_00, null, null);

        ContractBook book = look(look(AHEAD, closed, TODAY, closed), closed, TODAY, closed, next);

        assertThat(on(book, TODAY).decided()).containsExactly(new Decided(END, 100_00, 100_00, 130_00));
    }

    @Test
    void whatAnotherContractReplacesEarlyIsKeptAndInForceUntilThatBegins() {
        ContractRecord next = contract("c2", TODAY, END.plusYears(1), 90_00, null, "c1");

        ContractBook book = look(AHEAD, OPEN, TODAY, OPEN, next);

        assertThat(on(book, TODAY).inForce()).isZero();
        assertThat(on(book, TODAY).decided()).containsExactly(new Decided(END, 100_00, 90_00, 90_00));
    }

    @Test
    void whatGoesOnUnderItsNumberIsDecidedAndAheadAgain() {
        ContractRecord renewed = contract("c1", START, END.plusYears(1), 100_00, null, null);

        ContractBook book = look(AHEAD, renewed, TODAY, renewed);

        assertThat(on(book, TODAY).decided()).containsExactly(new Decided(END, 100_00, 100_00, 100_00));
        assertThat(book.ahead()).isNotNull();
        assertThat(book.ahead().renewalOn()).isEqualTo(END.plusYears(1));
    }

    @Test
    void aDayThatMovesALittleDecidesNothing() {
        ContractRecord moved = contract("c1", START, END.plusDays(20), 100_00, null, null);

        assertThat(on(look(AHEAD, moved, TODAY, moved), TODAY).decided()).isEmpty();
    }

    @Test
    void aMonthThatNobodyClosedIsDecidedWhenItsGraceIsOver() {
        LocalDate end = TODAY.minusDays(30);
        ContractRecord month = contract("c1", end.minusDays(30), end, 100_00, null, null);
        ContractBook before = look(ContractBook.NOTHING, month, TODAY.minusDays(1), month);

        assertThat(on(before, TODAY.minusDays(1)).decided()).isEmpty();
        assertThat(on(look(before, month, TODAY, month), TODAY).decided())
                .containsExactly(new Decided(end, 100_00, 100_00, 100_00));
    }

    @Test
    void whatRenewsItselfIsDecidedAndAheadAgainOnTheDayOfItsRenewal() {
        ContractLine line = new ContractLine("l1", "core", new Money(100_00, "EUR"), null, START, END);
        ContractRecord renewing = new ContractRecord(
                "c1", "acme", 1, START, START, END, true, 60, null, null, List.of(line), List.of(), null);
        ContractBook eve = look(ContractBook.NOTHING, renewing, END.minusDays(1), renewing);

        ContractBook book = look(eve, renewing, END, renewing);

        assertThat(on(eve, END.minusDays(1)).decided()).isEmpty();
        assertThat(on(book, END).decided()).containsExactly(new Decided(END, 100_00, 100_00, 100_00));
        assertThat(book.ahead()).isNotNull();
        assertThat(book.ahead().renewalOn()).isEqualTo(END.plusYears(1));
    }

    @Test
    void aContractThatHasNotBegunIsNotInForceAndOneWithoutAnEndIs() {
        ContractRecord later = contract("c1", TODAY.plusDays(10), END.plusYears(1), 100_00, null, null);
        ContractLine line =
                new ContractLine("l1", "core", new Money(100_00, "EUR"), null, START, END, true, null, null, null);
        ContractRecord evergreen = new ContractRecord(
                "c2", "acme", 1, START, START, END, false, 0, null, null, List.of(line), List.of(), null);

        ContractBook book = look(ContractBook.NOTHING, later, TODAY, later);

        assertThat(book.on(TODAY, "c1", "acme", Traits.unknown())).isEmpty();
        assertThat(on(book, TODAY.plusDays(10)).inForce()).isEqualTo(100_00);
        assertThat(on(look(ContractBook.NOTHING, evergreen, END.plusDays(90), evergreen), END.plusDays(90))
                        .inForce())
                .isEqualTo(100_00);
    }

    @Test
    void aLookAtTheSameSaysTheSameAndWhatEndedInAnEarlierQuarterNothing() {
        ContractRecord closed = contract("c1", START, END, 100_00, TODAY, null);
        ContractBook decided = look(AHEAD, closed, TODAY, closed);

        assertThat(look(AHEAD, OPEN, TODAY.plusDays(1), OPEN)).isEqualTo(AHEAD);
        assertThat(look(decided, closed, END, closed).saysNothing(END)).isFalse();
        assertThat(look(decided, closed, END.plusDays(1), closed).saysNothing(END.plusDays(1)))
                .isTrue();
    }

    @Test
    void itIsReadAsItWasWrittenAlsoWhereARowSaysLess() {
        ContractRecord closed = contract("c1", START, END, 100_00, TODAY, null);
        ContractBook book = look(AHEAD, closed, TODAY, closed);

        assertThat(WireJson.read(WireJson.write(book), ContractBook.class)).isEqualTo(book);
        assertThat(WireJson.read("{}".getBytes(StandardCharsets.UTF_8), ContractBook.class))
                .isEqualTo(ContractBook.NOTHING);
    }

    @RepeatedTest(40)
    void withEverythingDecidedTheQuarterKeepsWhatTheLedgerSays(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        List<ContractRecord> all = new ArrayList<>();
        List<Holding> holdings = new ArrayList<>();
        for (int number = 0; number < 12; number++) {
            String account = "a" + number;
            String id = "c" + number;
            long arr = 1_000 + random.nextInt(100_000);
            ContractRecord open = contract(id, account, START, END, arr, null, null);
            List<ContractRecord> told = fate(random, open, arr);
            ContractBook before = look(ContractBook.NOTHING, open, TODAY.minusDays(1), open);
            ContractBook book = look(before, told.get(0), TODAY, told.toArray(ContractRecord[]::new));
            book.on(TODAY, id, account, Traits.unknown()).ifPresent(holdings::add);
            all.addAll(told);
        }
        RetentionBridge ledger = ContractLedger.of(all)
                .bridge(LocalDate.of(2026, 10, 1), END.plusDays(31), RetentionDefinition.defaults())
                .get("EUR");

        Figures figures = new QuarterFigures(new PortfolioModel(PeriodShock.defaults()), By.WHOLE, List.of())
                .of(new Renewals(TODAY, List.of(), holdings), 1)
                .get(0);

        assertThat(figures.decided().arr().minor()).isEqualTo(ledger.start());
        assertThat(figures.decided().kept().minor()).isEqualTo(ledger.retained());
        assertThat(figures.grr().low()).isEqualTo(figures.grr().high());
        assertThat(figures.grr().mean())
                .isEqualTo(BigDecimal.valueOf(ledger.retained())
                        .divide(BigDecimal.valueOf(ledger.start()), 4, RoundingMode.HALF_EVEN));
    }

    /** Lost, kept under a new number (with less, the same or more, early or on the day), or under its own. */
    private static List<ContractRecord> fate(Random random, ContractRecord open, long arr) {
        String id = open.contractId();
        String account = open.accountId();
        long next = arr / 2 + random.nextInt((int) arr);
        LocalDate until = END.plusYears(1);
        return switch (random.nextInt(4)) {
            case 0 -> List.of(contract(id, account, START, END, arr, TODAY, null));
            case 1 ->
                List.of(
                        contract(id, account, START, END, arr, TODAY, null),
                        contract(id + "-next", account, END, until, next, null, null));
            case 2 ->
                List.of(
                        open,
                        contract(id + "-next", account, END.minusDays(random.nextInt(40)), until, next, null, id));
            default -> List.of(contract(id, account, START, until, arr, null, null));
        };
    }

    private static Holding on(ContractBook book, LocalDate day) {
        return book.on(day, "c1", "acme", Traits.unknown()).orElseThrow();
    }

    /** After a look at {@code told} among the contracts of its account; it is forecast while it is open, as the service does. */
    private static ContractBook look(
            ContractBook before, ContractRecord told, LocalDate today, ContractRecord... account) {
        ContractPostings postings = ContractPostings.of(List.of(account)).stream()
                .filter(one -> one.contract().contractId().equals(told.contractId()))
                .findFirst()
                .orElseThrow();
        boolean due = told.closedOn() == null && !told.neverEnds() && postings.replacedOn() == null;
        LocalDate day = today.isBefore(told.startsOn()) ? told.startsOn() : today;
        Money arr = new Money(postings.arrOn(day), "EUR");
        Terms ahead = due ? Terms.of(told, today, arr, told.noticeReceivedOn()) : null;
        Deciding by = new Deciding(30, ShortTerms.defaults(), today);
        return before.after(new ContractLook(postings, ahead, List.of(account), by));
    }

    private static ContractRecord contract(
            String id,
            LocalDate from,
            LocalDate until,
            long arr,
            @Nullable LocalDate closedOn,
            @Nullable String replaces) {
        return contract(id, "acme", from, until, arr, closedOn, replaces);
    }

    private static ContractRecord contract(
            String id,
            String account,
            LocalDate from,
            LocalDate until,
            long arr,
            @Nullable LocalDate closedOn,
            @Nullable String replaces) {
        ContractLine line = new ContractLine("l1", "core", new Money(arr, "EUR"), null, from, until);
        return new ContractRecord(
                id, account, 1, from, from, until, false, 0, null, closedOn, List.of(line), List.of(), null, replaces);
    }
}
