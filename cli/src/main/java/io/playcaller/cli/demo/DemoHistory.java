package io.playcaller.cli.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.playcaller.cli.door.Parcel;
import io.playcaller.contracts.Money;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.MovementKind;
import io.playcaller.contracts.register.Owner;
import io.playcaller.contracts.register.OwnersRecord;
import io.playcaller.quickstart.Secrets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** The months of one account before now: who they are, what they pay, and what they did. */
final class DemoHistory {

    private static final int YEAR = 365;
    private static final String CURRENCY = "USD";

    private final DemoAccount account;
    private final Instant now;
    private final LocalDate today;
    private final long registerAheadDays;
    private final Random random;
    private final DemoFacts facts;

    /** @param registerAheadDays by which dates in the register are later than facts of the same day */
    DemoHistory(DemoAccount account, Instant now, long registerAheadDays, Random random) {
        this.account = account;
        this.now = now;
        this.registerAheadDays = registerAheadDays;
        this.today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        this.random = random;
        this.facts = new DemoFacts(account.id());
    }

    List<Parcel> parcels() {
        List<Parcel> parcels = new ArrayList<>();
        parcels.add(entry("/v1/accounts/" + account.id(), record()));
        parcels.add(entry("/v1/contracts/" + account.id() + "-c1", contract()));
        parcels.add(entry("/v1/accounts/%s/owners".formatted(account.id()), owners()));
        people(parcels);
        invoices(parcels);
        List<Parcel> told = new ArrayList<>(new DemoUsage(account, facts, today, now, random).parcels());
        support(told);
        success(told);
        told.sort(Comparator.comparing(fact -> ((Parcel.Fact) fact).time()));
        parcels.addAll(told);
        return parcels;
    }

    private boolean isNew() {
        return account.persona() == Persona.THIN;
    }

    private LocalDate start() {
        return isNew()
                ? today.minusDays(DemoUsage.THIN_DAYS + 1L)
                : today.plusDays(account.contractEndsInDays()).minusDays(2L * YEAR);
    }

    private LocalDate inTheRegister(LocalDate day) {
        return day.plusDays(registerAheadDays);
    }

    private AccountRecord record() {
        return new AccountRecord(
                account.id(), 0, account.name(), null, null, account.country(), account.zone(), false, List.of());
    }

    private ContractRecord contract() {
        LocalDate start = inTheRegister(start());
        LocalDate end = isNew() ? start.plusDays(YEAR) : inTheRegister(today.plusDays(account.contractEndsInDays()));
        Money arr = new Money(account.arrUnits() * 100, CURRENCY);
        String line = account.id() + "-c1/1";
        List<ContractMovement> movements = new ArrayList<>();
        movements.add(new ContractMovement("new", MovementKind.NEW, start, arr, line, null));
        if (!isNew()) {
            movements.add(new ContractMovement(
                    "renewal", MovementKind.RENEWAL, start.plusDays(YEAR), Money.zero(CURRENCY), line, null));
        }
        return new ContractRecord(
                account.id() + "-c1",
                account.id(),
                0,
                start,
                start,
                end,
                true,
                30,
                null,
                null,
                List.of(new ContractLine(line, "platform", arr, account.seats(), start, end)),
                movements,
                null);
    }

    private OwnersRecord owners() {
        List<Owner> owners = new ArrayList<>();
        owners.add(new Owner("account-manager", account.accountManager(), inTheRegister(start()), null));
        if (!account.csm().isEmpty()) {
            owners.add(new Owner("csm", account.csm(), inTheRegister(start()), null));
            owners.add(new Owner("team-lead", "lea", inTheRegister(start()), null));
        }
        return new OwnersRecord(account.id(), 0, owners);
    }

    private void people(List<Parcel> parcels) {
        String[] roles = {"sponsor", "champion", "admin"};
        int named = Math.min(roles.length, account.activePeople());
        for (int number = 1; number <= named; number++) {
            parcels.add(person(account, number, roles[number - 1], true));
        }
    }

    static Parcel person(DemoAccount account, int number, String role, boolean active) {
        ObjectNode body = WireJson.mapper().createObjectNode();
        body.put("accountId", account.id());
        body.put("name", "Person %d of %s".formatted(number, account.name()));
        body.put("email", account.person(number) + "@customer.example");
        body.put("role", role).put("active", active).put("mayContact", true);
        return entry(account, "/v1/people/" + account.person(number), body);
    }

    private void invoices(List<Parcel> parcels) {
        LocalDate issued = inTheRegister(start()).plusDays(isNew() ? 0 : YEAR);
        ObjectNode body = WireJson.mapper().createObjectNode();
        body.put("accountId", account.id()).put("contractId", account.id() + "-c1");
        body.set("amount", WireJson.mapper().valueToTree(new Money(account.arrUnits() * 100, CURRENCY)));
        body.put("issuedOn", issued.toString()).put("dueOn", issued.plusDays(30).toString());
        if (!isNew()) {
            body.put("paidOn", issued.plusDays(21).toString());
        }
        parcels.add(entry("/v1/invoices/" + account.id() + "-i1", body));
    }

    private void support(List<Parcel> told) {
        if (isNew()) {
            return;
        }
        for (int i = 0; i < 3; i++) {
            Instant opened = daysAgo(30 + 25 * i + random.nextInt(20));
            Instant solved = opened.plus(Duration.ofHours(5 + random.nextInt(30)));
            told.add(facts.ticket("t" + i, "sev3", opened, solved, solved));
        }
        boolean declining = account.persona() == Persona.DECLINING;
        told.add(facts.survey("csat", declining ? 3 : 5, account.person(1), daysAgo(25)));
        for (int i = 0; declining && i < 6; i++) {
            Instant opened = daysAgo(45 - 5 * i);
            told.add(facts.ticket("open" + i, "sev3", opened, null, opened));
        }
    }

    private void success(List<Parcel> told) {
        if (isNew()) {
            return;
        }
        Instant started = start().plusDays(5).atTime(10, 0).toInstant(ZoneOffset.UTC);
        told.add(facts.milestone("kickoff", null, started, started));
        told.add(facts.milestone(
                "first-value", null, started.plus(Duration.ofDays(20)), started.plus(Duration.ofDays(20))));
        String staff = account.csm().isEmpty() ? "ana" : account.csm();
        if (account.persona() == Persona.DECLINING) {
            told.add(facts.touch("call", staff, List.of(account.person(1)), daysAgo(170)));
            return;
        }
        told.add(facts.milestone("objective", null, daysAgo(60), daysAgo(60)));
        List<String> met = new ArrayList<>();
        for (int number = 1; number <= Math.min(4, account.activePeople()); number++) {
            met.add(account.person(number));
        }
        told.add(facts.touch("meeting", staff, met, daysAgo(80)));
        told.add(facts.touch("meeting", staff, met, daysAgo(5 + random.nextInt(14))));
    }

    private Instant daysAgo(int days) {
        return now.minus(Duration.ofDays(days));
    }

    private Parcel entry(String path, Object body) {
        return entry(account, path, body);
    }

    private static Parcel entry(DemoAccount account, String path, Object body) {
        return new Parcel.Entry(account.id(), Secrets.CRM, path, body);
    }
}
