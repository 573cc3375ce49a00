package io.playcaller.router.staff;

import io.playcaller.contracts.Ids;
import io.playcaller.contracts.register.Owner;
import io.playcaller.router.TestRules;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.play.Play;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.sla.SlaCase;
import io.playcaller.router.sla.SlaPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People at work under shipped coverage with another limit of a day: finds assignees, and remembers what they have. */
final class Team {

    private static final RouterRules SHIPPED = TestRules.read();

    private final RouterRules rules;
    private final Map<String, String> lastOf = new HashMap<>();
    private Workload workload = Workload.EMPTY;
    private Instant now;

    private Team(RouterRules rules, Instant now) {
        this.rules = rules;
        this.now = now;
        at(now);
    }

    /** @param tasks a day; 0 for no limit */
    static Team of(int tasks, Instant now, List<StaffMember> people) {
        Coverage shipped = SHIPPED.coverage();
        return with(
                new Coverage(
                        new Coverage.Day(tasks, shipped.day().ahead()),
                        shipped.pools(),
                        shipped.tiers(),
                        shipped.watch(),
                        List.of()),
                now,
                people);
    }

    static Team with(Coverage coverage, Instant now, List<StaffMember> people) {
        return new Team(
                new RouterRules(
                        "1",
                        SHIPPED.calendars(),
                        SHIPPED.roles(),
                        SHIPPED.plays(),
                        SHIPPED.sla(),
                        new Directory(people),
                        List.of(),
                        coverage),
                now);
    }

    static Coverage shipped() {
        return SHIPPED.coverage();
    }

    /** Time passes; what they have stays theirs. */
    Team at(Instant later) {
        now = later;
        Map<String, Workload.Load> loads = new HashMap<>();
        for (StaffMember person : rules.directory().people()) {
            Workload.Load before = workload.load(person.staffId());
            loads.put(
                    person.staffId(),
                    new Workload.Load(diary().day(person), ZoneOffset.UTC, before.minutes(), before.begun()));
        }
        workload = new Workload(loads, lastOf);
        return this;
    }

    /** Somebody did so much of what they had. */
    void worked(String staffId, int minutes) {
        Map<String, Workload.Load> loads = new HashMap<>();
        people().forEach(person -> loads.put(person.staffId(), workload.load(person.staffId())));
        loads.computeIfPresent(
                staffId,
                (id, load) -> new Workload.Load(load.today(), load.zone(), load.minutes() - minutes, load.begun()));
        workload = new Workload(loads, lastOf);
    }

    Assignment take(Ask ask) {
        Assignment assignment = look(ask);
        String accountId = ask.customer().accountId();
        workload = workload.plus(assignment, accountId, ask.atOnce(), ask.minutes());
        if (accountId != null && assignment.staffId() != null) {
            lastOf.put(accountId, assignment.staffId());
        }
        return assignment;
    }

    /** Whether somebody who had the step before gets the next one. */
    Optional<Assignment> again(String staffId, Ask ask) {
        return rules.assigner(now).again(staffId, ask, workload);
    }

    /** Who would get it. */
    Assignment look(Ask ask) {
        return rules.assigner(now).assign(ask, workload);
    }

    /** All plays that ship. */
    List<Play> plays() {
        return rules.plays().plays();
    }

    SlaPolicy policyOf(Play play, SlaCase of) {
        return rules.policyOf(play, of);
    }

    /** By which somebody works; the standard one for nobody. */
    BusinessCalendar calendarOf(@Nullable String staffId) {
        return rules.calendarOfPerson(staffId);
    }

    Diary diary() {
        return rules.diary(now);
    }

    List<StaffMember> people() {
        return rules.directory().people();
    }

    Workload workload() {
        return workload;
    }

    static Customer customer(String account, @Nullable String tier) {
        return new Customer(account, tier, null, null, null);
    }

    static Ask ask(int number, Customer customer, boolean critical, String... owners) {
        return new Ask("csm", owners(owners), customer, critical, 60, draw(number));
    }

    static UUID draw(int number) {
        return Ids.derived("test-task", number);
    }

    private static List<Owner> owners(String... staffIds) {
        return List.of(staffIds).stream()
                .map(id -> new Owner("csm", id, LocalDate.of(2020, 1, 1), null))
                .toList();
    }
}
