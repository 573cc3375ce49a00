package io.playcaller.router.staff;

import io.playcaller.contracts.reason.Severity;
import io.playcaller.router.sla.SlaCase;
import io.playcaller.router.sla.SlaPolicy;
import io.playcaller.router.staff.Customers.Kind;
import io.playcaller.router.staff.Customers.Need;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A simulated quarter: 36 people with named books, pool and programmes, four who step in; some 2,600 accounts whose signals come
 * at random, five times as many on the two days of a storm. Each is answered by one of the shipped plays, and its clocks run by the
 * shipped targets and the calendar of who has it; nobody waits for a customer. Nothing here knows how people are chosen.
 */
final class Quarter {

    private static final LocalDate BEGINS = LocalDate.of(2026, 1, 5);
    private static final int DAYS = 91;
    private static final List<LocalDate> STORM = List.of(LocalDate.of(2026, 2, 10), LocalDate.of(2026, 2, 11));
    private static final Instant END = BEGINS.plusDays(DAYS).atStartOfDay().toInstant(ZoneOffset.UTC);

    private final Team team;
    private final Customers customers;
    private final Map<String, Desk> desks = new TreeMap<>();
    private final List<Job> jobs = new ArrayList<>();
    private final Map<String, Integer> days = new HashMap<>();
    private final Map<String, Integer> minutes = new TreeMap<>();
    private final Map<String, Integer> how = new TreeMap<>();
    private int nobodys;
    private int criticalThatWaited;

    Quarter(long seed) {
        Random random = new Random(seed);
        this.team = Team.of(8, BEGINS.atTime(9, 0).toInstant(ZoneOffset.UTC), people(random));
        this.customers = new Customers(random, team.plays());
    }

    private static List<StaffMember> people(Random random) {
        List<StaffMember> people = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (int i = 0; i < kind.people; i++) {
                LocalDate away = BEGINS.plusDays(random.nextInt(DAYS - 14));
                Somebody person =
                        Somebody.called(kind.tier + i).calendar("uk").away(new Absence(away, away.plusDays(7)));
                switch (kind) {
                    case POOLED -> person.pools("csm");
                    case TECH_TOUCH -> person.role("digital-csm");
                    default -> person.role("csm").deputy(kind.tier + (i + 1) % kind.people);
                }
                people.add(person.build());
            }
        }
        for (int i = 0; i < 4; i++) {
            people.add(
                    Somebody.called("lead" + i).calendar("uk").role("team-lead").build());
        }
        return people;
    }

    void live() {
        for (LocalDate day = BEGINS; day.isBefore(BEGINS.plusDays(DAYS)); day = day.plusDays(1)) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                signals(day);
            }
        }
        pass(END);
    }

    /** Everybody works until then. */
    private void pass(Instant until) {
        desks.forEach((staffId, desk) -> desk.workUntil(until).forEach(job -> team.worked(staffId, job.minutes())));
    }

    private void signals(LocalDate day) {
        List<Need> needs = customers.needs(STORM.contains(day) ? 5 : 1);
        for (int i = 0; i < needs.size(); i++) {
            long seconds = Duration.ofHours(7).toSeconds() * i / needs.size();
            Instant at = day.atTime(LocalTime.of(9, 30)).plusSeconds(seconds).toInstant(ZoneOffset.UTC);
            pass(at);
            arrive(needs.get(i), at);
        }
    }

    private void arrive(Need need, Instant at) {
        team.at(at);
        Ask ask = need.ask();
        Assignment assignment = team.take(ask);
        how.merge(assignment.how(), 1, Integer::sum);
        Job job = job(need, assignment, at);
        jobs.add(job);
        if (assignment.staffId() == null) {
            nobodys++;
            return;
        }
        LocalDate today = dayOf(assignment.staffId());
        LocalDate from =
                assignment.startsAt() == null ? today : LocalDate.ofInstant(assignment.startsAt(), ZoneOffset.UTC);
        if (ask.atOnce()) {
            criticalThatWaited += from.isAfter(today) ? 1 : 0;
        } else {
            days.merge(assignment.staffId() + " " + from, 1, Integer::sum);
        }
        minutes.merge(assignment.staffId(), ask.minutes(), Integer::sum);
        desks.computeIfAbsent(assignment.staffId(), id -> new Desk(team.calendarOf(id), at))
                .add(job);
    }

    /** As the router makes it: its clocks run from when its person is to begin. */
    private Job job(Need need, Assignment assignment, Instant at) {
        Instant startsAt = assignment.startsAt() == null ? at : assignment.startsAt();
        String tier = need.ask().customer().tier();
        SlaPolicy policy =
                team.policyOf(need.play(), new SlaCase(need.play().key(), need.severity(), tier, null, null));
        return new Job(
                need.severity(),
                tier,
                need.ask().minutes(),
                startsAt,
                policy.atCreation(startsAt, team.calendarOf(assignment.staffId())));
    }

    private LocalDate dayOf(String staffId) {
        return team.diary().day(person(staffId));
    }

    private StaffMember person(String staffId) {
        return team.people().stream()
                .filter(person -> person.staffId().equals(staffId))
                .findFirst()
                .orElseThrow();
    }

    /** By tier, then by severity, with those that nobody has. */
    Attainment attainment() {
        Attainment attainment = new Attainment();
        for (Kind kind : Kind.values()) {
            jobs.stream()
                    .filter(job -> job.tier().equals(kind.tier))
                    .forEach(job -> attainment.count(kind.tier, job.clocks(), END));
        }
        for (Severity severity : List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW)) {
            jobs.stream()
                    .filter(job -> job.severity() == severity)
                    .forEach(job -> attainment.count(word(severity), job.clocks(), END));
        }
        return attainment;
    }

    static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    int fullestDay() {
        return days.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    int signals() {
        return customers.signals();
    }

    int assigned() {
        return how.entrySet().stream()
                .filter(entry -> !entry.getKey().equals("nobody"))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    int nobodys() {
        return nobodys;
    }

    int criticalThatWaited() {
        return criticalThatWaited;
    }

    int later() {
        return how.getOrDefault("later", 0);
    }

    /** Minutes that each of the pool was given. */
    Map<String, Integer> poolMinutes() {
        Map<String, Integer> pool = new TreeMap<>(minutes);
        pool.keySet().removeIf(staffId -> !staffId.startsWith("pooled"));
        return pool;
    }

    String report() {
        StringBuilder text = new StringBuilder("A quarter of 40 people: " + signals() + " tasks\n");
        text.append("  found by: ").append(how).append('\n');
        text.append("  most new tasks of a person and day: ")
                .append(fullestDay())
                .append('\n');
        for (Kind kind : Kind.values()) {
            List<Integer> given = minutes.entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(kind.tier))
                    .map(Map.Entry::getValue)
                    .sorted()
                    .toList();
            text.append(String.format(
                    "  %s: minutes a person %d to %d, median %d%n",
                    kind.tier, given.get(0), given.get(given.size() - 1), given.get(given.size() / 2)));
        }
        return text.append(attainment().table()).toString();
    }
}
