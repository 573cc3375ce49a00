package io.playcaller.health.engine.state;

import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.Event;
import io.playcaller.contracts.FactOrigin;
import io.playcaller.contracts.Money;
import io.playcaller.contracts.fact.ContactRole;
import io.playcaller.contracts.fact.TicketSeverity;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.testing.Day;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.engine.testing.Story;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Accounts whose states are recorded. */
final class Lives {

    private Lives() {}

    static AccountState life() {
        FactsOf acme = FactsOf.account("acme");
        return new Story(new HealthEngine(Models.oneCard()), "acme")
                .tick(Day.start(0))
                .fact(acme.account(Day.start(0), "Acme"))
                .fact(named(
                        "fd58202c-dee5-5786-83af-1d41ba0ec2a8",
                        acme.contract(Day.start(0), "c-1", Day.MONDAY, 3_000_000, 10, 1)))
                .use(acme, Day.start(0), 3, "p1", "p2")
                .fact(acme.ticket(Day.at(3, 1), "t-1", TicketSeverity.SEV1, Day.at(3, 1)))
                .fact(acme.nps(Day.at(3, 2), 3))
                .tick(Day.at(3, 9))
                .state();
    }

    /** Two were met, and somebody answered badly. */
    static AccountState inTouch() {
        FactsOf acme = FactsOf.account("acme");
        return new Story(new HealthEngine(Models.oneCard()), "acme")
                .tick(Day.start(0))
                .fact(acme.contact(Day.at(0, 1), "boss", ContactRole.SPONSOR, true, 1))
                .fact(acme.met(Day.at(0, 9), "boss", "p1"))
                .fact(acme.met(Day.at(1, 9), "p1"))
                .fact(acme.nps(Day.at(1, 10), 3))
                .fact(acme.csat(Day.at(1, 11), 5))
                .tick(Day.at(3, 9))
                .state();
    }

    static AccountState onboarding() {
        FactsOf acme = FactsOf.account("acme");
        return new Story(new HealthEngine(Models.oneCard()), "acme")
                .tick(Day.start(0))
                .fact(acme.planned(Day.at(0, 9), "kickoff", Day.at(1, 0)))
                .fact(acme.reached(Day.at(0, 10), "kickoff", Day.at(1, 0)))
                .tick(Day.at(3, 9))
                .state();
    }

    /** A contract and a ticket, each told twice. */
    static AccountState told() {
        FactsOf acme = FactsOf.account("acme");
        return new Story(new HealthEngine(Models.oneCard()), "acme")
                .tick(Day.start(0))
                .fact(named(
                        "678f892a-db50-5203-bd8a-4a2e9c32c4f5",
                        acme.contract(Day.at(0, 1), "c-1", Day.MONDAY, 3_000_000, 30, 1)))
                .fact(named(
                        "f9bc2289-67ac-5a2e-b2c5-df6992b23f37",
                        acme.contract(Day.at(0, 9), "c-1", Day.MONDAY, 4_000_000, 30, 2)))
                .fact(acme.ticket(Day.at(0, 10), "t-1", TicketSeverity.SEV3, Day.at(0, 9)))
                .fact(acme.solved(Day.at(1, 8), "t-1", TicketSeverity.SEV3, Day.at(0, 9)))
                .tick(Day.start(2))
                .state();
    }

    /** A contract of three lines, of which one ended, and one that renews by itself. */
    static AccountState contracts() {
        LocalDate start = Day.MONDAY.minusDays(200);
        LocalDate end = start.plusYears(1);
        List<ContractLine> lines = List.of(
                new ContractLine("l-1", "suite", new Money(2_000_000, "EUR"), 20, start, end),
                new ContractLine("l-2", "billing", new Money(500_000, "EUR"), null, start, Day.MONDAY.minusDays(9)),
                new ContractLine("l-3", "suite", new Money(300_000, "USD"), 5, Day.MONDAY.minusDays(20), end));
        return new Story(new HealthEngine(Models.oneCard()), "acme")
                .tick(Day.start(0))
                .fact(contract("c-1", start, end, false, lines))
                .fact(contract("c-2", start, end.minusDays(300), true, lines.subList(0, 1)))
                .tick(Day.start(2))
                .state();
    }

    private static Event<?> contract(
            String id, LocalDate start, LocalDate end, boolean autoRenew, List<ContractLine> lines) {
        Instant at = Day.at(0, 1);
        return Event.of(
                new Envelope("recorded-" + id, "crm", at, "acme", FactOrigin.LIVE, at, 0),
                new ContractRecord(
                        id, "acme", 1, start, start, end, autoRenew, 30, null, null, lines, List.of(), null));
    }

    /** The id with which a fact was recorded: those of tests follow from the content, and contracts have more to say since. */
    private static Event<?> named(String id, Event<?> fact) {
        Envelope as = fact.envelope();
        Envelope then =
                new Envelope(id, as.source(), as.time(), as.accountId(), as.origin(), as.receivedAt(), as.rev());
        return Event.of(then, fact.data());
    }
}
