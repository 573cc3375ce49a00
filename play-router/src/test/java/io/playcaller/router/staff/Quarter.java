package io.playcaller.router.staff;

import io.playcaller.contracts.Ids;
import io.playcaller.contracts.register.Owner;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A simulated quarter: 36 people with named books, pool and programmes, four who step in; some 3,600 accounts whose signals come
 * at random, five times as many on the two days of a storm. Each person works off what they have, critical first, for the minutes
 * of their day. Nothing here knows how people are chosen.
 */
final class Quarter {

    private static final LocalDate BEGINS = LocalDate.of(2026, 1, 5);
    private static final int DAYS = 91;
    private static final List<LocalDate> STORM = List.of(LocalDate.of(2026, 2, 10), LocalDate.of(2026, 2, 11));
    private static final int DAY_MINUTES = 288;

    /** Working days until work is to begin: of a critical task, of any other. */
    private static final int CRITICAL_DAYS = 1;

    private static final int OTHER_DAYS = 3;

    /** People of one kind, and how their accounts behave. */
    private enum Kind {
        ENTERPRISE("enterprise", 12, 12, 0.05),
        MID_MARKET("mid-market", 14, 35, 0.03),
        POOLED("pooled", 8, 100, 0.016),
        TECH_TOUCH("tech-touch", 2, 600, 0.003);

        final String tier;
        final int people;
        final int book;
        final double signalsADay;

        Kind(String tier, int people, int book, double signalsADay) {
            this.tier = tier;
            this.people = people;
            this.book = book;
            this.signalsADay = signalsADay;
        }
    }

    private record Work(String staffId, boolean critical, LocalDate from, int[] minutes) {}

    private final Random random;
    private final Team team;
    private final Map<String, Deque<Work>> desks = new HashMap<>();
    private final Map<String, Integer> days = new HashMap<>();
    private final Map<String, Integer> minutes = new TreeMap<>();
    private final Map<String, Integer> how = new TreeMap<>();
    private final Map<String, int[]> begun = new TreeMap<>();
    private int number;
    private int nobodys;
    private int criticalThatWaited;

    Quarter(long seed) {
        this.random = new Random(seed);
        this.team = Team.of(8, BEGINS.atTime(9, 0).toInstant(ZoneOffset.UTC), people(random));
    }

    void live() {
        for (LocalDate day = BEGINS; day.isBefore(BEGINS.plusDays(DAYS)); day = day.plusDays(1)) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                signals(day);
                work(day);
            }
        }
    }

    private void signals(LocalDate day) {
        int storm = STORM.contains(day) ? 5 : 1;
        List<Ask> asks = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (int account = 0; account < kind.people * kind.book; account++) {
                if (random.nextDouble() < kind.signalsADay * storm) {
                    asks.add(ask(kind, account));
                }
            }
        }
        Collections.shuffle(asks, random);
        for (int i = 0; i < asks.size(); i++) {
            long seconds = Duration.ofHours(7).toSeconds() * i / asks.size();
            arrive(
                    asks.get(i),
                    day,
                    day.atTime(LocalTime.of(9, 30)).plusSeconds(seconds).toInstant(ZoneOffset.UTC));
        }
    }

    private Ask ask(Kind kind, int account) {
        boolean named = kind == Kind.ENTERPRISE || kind == Kind.MID_MARKET;
        List<Owner> owners = named
                ? List.of(new Owner("csm", kind.tier + account % kind.people, LocalDate.of(2020, 1, 1), null))
                : List.of();
        return new Ask(
                kind == Kind.TECH_TOUCH ? "digital-csm" : "csm",
                owners,
                Team.customer(kind.tier + "/" + account, kind.tier),
                random.nextInt(20) == 0,
                30 + 15 * random.nextInt(5),
                Ids.derived("quarter", number++));
    }

    private void arrive(Ask ask, LocalDate day, Instant at) {
        team.at(at);
        Assignment assignment = team.take(ask);
        how.merge(assignment.how(), 1, Integer::sum);
        if (assignment.staffId() == null) {
            nobodys++;
            return;
        }
        LocalDate from = assignment.startsAt() == null
                ? dayOf(assignment.staffId())
                : LocalDate.ofInstant(assignment.startsAt(), ZoneOffset.UTC);
        if (ask.atOnce() && from.isAfter(dayOf(assignment.staffId()))) {
            criticalThatWaited++;
        }
        if (!ask.atOnce()) {
            days.merge(assignment.staffId() + " " + from, 1, Integer::sum);
        }
        minutes.merge(assignment.staffId(), ask.minutes(), Integer::sum);
        desks.computeIfAbsent(assignment.staffId(), first -> new ArrayDeque<>())
                .add(new Work(assignment.staffId(), ask.atOnce(), from, new int[] {ask.minutes()}));
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

    /** Each person works off what may begin today, critical first, then what came first. */
    private void work(LocalDate day) {
        desks.forEach((staffId, desk) -> {
            if (!dayOf(staffId).equals(day)) {
                return;
            }
            int left = DAY_MINUTES;
            List<Work> today = desk.stream()
                    .filter(work -> !work.from().isAfter(day))
                    .sorted(Comparator.comparing((Work work) -> !work.critical())
                            .thenComparing(Work::from))
                    .toList();
            for (Work work : today) {
                if (left <= 0) {
                    break;
                }
                int done = Math.min(left, work.minutes()[0]);
                left -= done;
                work.minutes()[0] -= done;
                team.worked(staffId, done);
                if (work.minutes()[0] == 0) {
                    desk.remove(work);
                    finished(work, day);
                }
            }
        });
    }

    private void finished(Work work, LocalDate day) {
        long took = work.from()
                .datesUntil(day)
                .filter(date -> date.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue())
                .count();
        int[] counts = begun.computeIfAbsent(work.critical() ? "critical" : "other", first -> new int[2]);
        counts[0]++;
        counts[1] += took <= (work.critical() ? CRITICAL_DAYS : OTHER_DAYS) ? 1 : 0;
    }

    int fullestDay() {
        return days.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    int tasks() {
        return number;
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
        StringBuilder text = new StringBuilder("A quarter of 40 people: " + number + " tasks\n");
        text.append("  found by: ").append(how).append('\n');
        text.append("  most new tasks of a person and day: ")
                .append(fullestDay())
                .append('\n');
        begun.forEach((severity, counts) -> text.append(String.format(
                "  %s: %.1f%% of %d done in time%n", severity, 100.0 * counts[1] / counts[0], counts[0])));
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
        return text.toString();
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
}
