package io.playcaller.health.engine.testing;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.fact.ContactRole;
import io.playcaller.contracts.fact.TicketSeverity;
import io.playcaller.contracts.register.ContractRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * A customer's life drawn from a seed: use that comes and goes, or never comes, tickets, answers, milestones, touches,
 * invoices, a merge. Every other one has {@link RandomDeals} instead of one plain contract.
 */
public final class RandomLife {

    private final long seed;
    private final Random random;
    private final FactsOf facts;
    private final Instant start;
    private final int days;

    public RandomLife(long seed, String accountId, Instant start, int days) {
        this.seed = seed;
        this.random = new Random(seed);
        this.facts = FactsOf.account(accountId);
        this.start = start;
        this.days = days;
    }

    /** Distinct facts in the order of their times. */
    public List<Event<?>> facts() {
        List<Event<?>> all = new ArrayList<>();
        LocalDate first = LocalDate.ofInstant(start, ZoneOffset.UTC);
        all.add(facts.account(start, "Acme"));
        all.add(facts.owners(start, "anna"));
        Event<?> contract = facts.contract(
                start, "c-1", first.minusDays(random.nextInt(300)), 1_000_000L * (1 + random.nextInt(20)), 10, 1);
        all.add(contract);
        if (random.nextInt(4) == 0) {
            int day = random.nextInt(days);
            all.add(facts.noticed(within(day), contract, random.nextBoolean() ? first.plusDays(day) : null, 2));
        }
        all.add(facts.contact(start, "p-0", ContactRole.SPONSOR, true, 1));
        usage(all);
        support(all);
        relationship(all);
        objectives(all);
        money(all, first);
        merge(all);
        if (Math.floorMod(seed, 2) == 1) {
            all.removeIf(fact -> fact.data() instanceof ContractRecord);
            all.addAll(new RandomDeals(seed, facts, start, days).facts());
        }
        all.removeIf(fact -> fact.envelope().time().isAfter(start.plus(Duration.ofDays(days))));
        all.sort(Comparator.comparing((Event<?> fact) -> fact.envelope().time())
                .thenComparing(fact -> fact.envelope().id()));
        return all;
    }

    private void usage(List<Event<?>> all) {
        int people = 1 + random.nextInt(10);
        double busy = random.nextDouble();
        int stops = random.nextInt(8) == 0 ? 0 : random.nextInt(days * 2);
        for (int day = 0; day < Math.min(days, stops); day++) {
            for (int person = 0; person < people; person++) {
                if (random.nextDouble() < busy) {
                    all.add(facts.used(within(day), "p-" + person, "f-" + random.nextInt(6)));
                }
            }
        }
    }

    private void support(List<Event<?>> all) {
        for (int i = 0; i < random.nextInt(5); i++) {
            TicketSeverity severity = random.nextBoolean() ? TicketSeverity.SEV1 : TicketSeverity.SEV3;
            Instant opened = within(random.nextInt(days));
            all.add(facts.ticket(opened, "t-" + i, severity, opened));
            Instant asked = within(random.nextInt(days));
            all.add(facts.ticketAbout(asked, "about-" + i, "theme-" + random.nextInt(2)));
            if (random.nextBoolean()) {
                all.add(facts.reopened(asked.plus(Duration.ofHours(1 + random.nextInt(200))), "about-" + i, asked));
            }
            if (random.nextBoolean()) {
                all.add(facts.solved(
                        opened.plus(Duration.ofHours(1 + random.nextInt(200))), "t-" + i, severity, opened));
            }
        }
        for (int i = 0; i < random.nextInt(6); i++) {
            all.add(
                    random.nextBoolean()
                            ? facts.npsOf("p-" + random.nextInt(3), within(random.nextInt(days)), random.nextInt(11))
                            : facts.csat(within(random.nextInt(days)), 1 + random.nextInt(5)));
        }
    }

    private void relationship(List<Event<?>> all) {
        for (String milestone : List.of("kickoff", "first-value")) {
            Instant told = within(random.nextInt(days / 2));
            Instant due = told.plus(Duration.ofHours(random.nextInt(24 * days / 2)));
            boolean valued = milestone.equals("first-value");
            all.add(valued ? facts.valued(told, milestone, due, 0) : facts.planned(told, milestone, due));
            if (random.nextBoolean()) {
                Instant reached = told.plus(Duration.ofHours(1 + random.nextInt(24 * days / 2)));
                int value = 1 + (int) (reached.toEpochMilli() % 100);
                all.add(valued ? facts.valued(reached, milestone, due, value) : facts.reached(reached, milestone, due));
            }
        }
        for (int i = 0; i < random.nextInt(5); i++) {
            all.add(facts.met(within(random.nextInt(days)), "p-" + random.nextInt(3), "p-" + random.nextInt(3)));
        }
        if (random.nextBoolean()) {
            all.add(facts.contact(within(random.nextInt(days)), "p-0", ContactRole.SPONSOR, false, 2));
        }
        for (ContactRole role : List.of(ContactRole.ADMIN, ContactRole.POWER_USER)) {
            String person = role == ContactRole.ADMIN ? "p-1" : "p-2";
            all.add(facts.contact(within(random.nextInt(days / 2)), person, role, true, 1));
            if (random.nextInt(3) == 0) {
                all.add(facts.contact(within(days / 2 + random.nextInt(days / 2)), person, role, false, 2));
            }
        }
    }

    private void objectives(List<Event<?>> all) {
        for (int i = 0; i < random.nextInt(3); i++) {
            Instant told = within(random.nextInt(days / 2));
            Instant due = told.plus(Duration.ofHours(random.nextInt(24 * days)));
            all.add(facts.objective(told, "o-" + i, due, null, null));
            if (random.nextBoolean()) {
                Instant achieved = told.plus(Duration.ofHours(1 + random.nextInt(24 * days / 2)));
                Instant said = achieved.plus(Duration.ofHours(random.nextInt(24 * 10)));
                all.add(facts.objective(said, "o-" + i, due, achieved, random.nextBoolean() ? "p-0" : null));
            }
        }
    }

    private void money(List<Event<?>> all, LocalDate first) {
        if (random.nextBoolean()) {
            int day = random.nextInt(days);
            Instant issued = within(day);
            LocalDate due = first.plusDays(day + 14 + random.nextInt(5));
            all.add(facts.invoice(issued, "i-1", due, null, 1));
            if (random.nextBoolean()) {
                Instant paid = issued.plus(Duration.ofDays(1 + random.nextInt(days)));
                all.add(facts.invoice(paid, "i-1", due, LocalDate.ofInstant(paid, ZoneOffset.UTC), 2));
            }
        }
    }

    private void merge(List<Event<?>> all) {
        if (random.nextInt(4) == 0) {
            Instant merged = within(random.nextInt(days));
            all.add(facts.merged(merged, "globex", 2));
            if (random.nextBoolean()) {
                Instant undone = merged.plus(Duration.ofHours(1 + random.nextInt(24 * days)));
                all.add(facts.unmerged(undone, "globex", merged, 3));
            }
        }
    }

    private Instant within(int day) {
        return start.plus(Duration.ofDays(day)).plusMillis(1 + random.nextInt(86_000_000));
    }
}
