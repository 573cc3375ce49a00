package io.playcaller.bench.health;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.fact.SurveyAnswered;
import io.playcaller.contracts.fact.SurveyKind;
import io.playcaller.contracts.fact.TicketChanged;
import io.playcaller.contracts.fact.TicketSeverity;
import io.playcaller.contracts.fact.TicketStatus;
import io.playcaller.contracts.fact.TouchKind;
import io.playcaller.contracts.fact.TouchRecorded;
import io.playcaller.contracts.fact.UsageRecorded;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.MovementKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What customers do: of a hundred facts ninety-two are uses of the product, three are tickets, three answers to a survey and
 * two touches. A customer has 3 to 20 people, who use eight features; a contract in its seventh month; twenty seats.
 */
final class CustomerFacts {

    private static final int SEATS = 20;
    private static final int FEATURES = 8;
    private static final int TICKETS = 5;
    private static final int DAYS_SINCE_START = 200;
    private static final int HUNDRED = 100;

    private final SplittableRandom random;

    CustomerFacts(SplittableRandom random) {
        this.random = random;
    }

    static String id(int account) {
        return "bench-" + account;
    }

    static AccountRecord account(int account) {
        return new AccountRecord(
                id(account), 1, "Customer " + account, null, null, "DE", "Europe/Berlin", false, List.of());
    }

    static ContractRecord contract(int account, Instant at) {
        LocalDate from = LocalDate.ofInstant(at, ZoneOffset.UTC).minusDays(DAYS_SINCE_START);
        LocalDate until = from.plusYears(1);
        Money arr = new Money(1_000_000 + 10_000L * (account % 1_000), "EUR");
        ContractLine line = new ContractLine("l-" + account, "core", arr, SEATS, from, until);
        ContractMovement movement = new ContractMovement("m-" + account, MovementKind.NEW, from, arr, null, null);
        return new ContractRecord(
                "c-" + account,
                id(account),
                1,
                from,
                from,
                until,
                false,
                60,
                null,
                null,
                List.of(line),
                List.of(movement),
                null);
    }

    /** The worst answer but two to the question whether they would recommend the product. */
    static SurveyAnswered detractor(int account) {
        return new SurveyAnswered(id(account), SurveyKind.NPS, 2, "p-" + account + "-0", "core");
    }

    Record next(int account, Instant at) {
        int kind = random.nextInt(HUNDRED);
        if (kind < 92) {
            return use(account);
        }
        if (kind < 95) {
            return ticket(account, at);
        }
        return kind < 98 ? answer(account) : touch(account);
    }

    private UsageRecorded use(int account) {
        String feature = "feature-" + random.nextInt(FEATURES);
        return new UsageRecorded(id(account), feature + ".used", feature, "core", person(account), 1, true);
    }

    private TicketChanged ticket(int account, Instant at) {
        String ticket = "t-" + account + "-" + random.nextInt(TICKETS);
        boolean solved = random.nextBoolean();
        return new TicketChanged(
                id(account),
                ticket,
                solved ? TicketStatus.SOLVED : TicketStatus.OPEN,
                random.nextInt(20) == 0 ? TicketSeverity.SEV1 : TicketSeverity.SEV3,
                at.minusSeconds(3_600),
                null,
                solved ? at : null,
                null,
                "core");
    }

    private SurveyAnswered answer(int account) {
        boolean nps = random.nextBoolean();
        int score = nps ? random.nextInt(11) : 1 + random.nextInt(5);
        return new SurveyAnswered(id(account), nps ? SurveyKind.NPS : SurveyKind.CSAT, score, person(account), "core");
    }

    private TouchRecorded touch(int account) {
        return new TouchRecorded(id(account), TouchKind.CALL, List.of(person(account)), "staff-1", null, null);
    }

    private String person(int account) {
        return "p-" + account + "-" + random.nextInt(3 + account % 18);
    }
}
