package io.playcaller.router.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds of every team and every order of tasks. */
class AssignmentPropertyTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
    private static final List<String> TIERS = List.of("enterprise", "mid-market", "pooled", "tech-touch");

    @Property(tries = 50)
    void noDayHoldsMoreThanItsShareUnlessItIsCritical(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int limit) {
        Random random = new Random(seed);
        Team team = Team.of(limit, MONDAY, people(random));
        Map<String, Integer> begun = new HashMap<>();

        for (int i = 0; i < 150; i++) {
            team.at(MONDAY.plus(Duration.ofHours(i)));
            Ask ask = ask(random, i);
            Map<String, LocalDate> days = days(team);
            Assignment assignment = team.take(ask);

            if (assignment.staffId() == null) {
                assertThat(assignment.sentence()).contains(":").contains(";");
            } else if (!ask.atOnce()) {
                begun.merge(assignment.staffId() + " " + day(assignment, days), 1, Integer::sum);
            } else {
                assertThat(assignment.startsAt()).as("critical comes at once").isNull();
            }
        }

        assertThat(begun.values()).allMatch(count -> count <= limit);
    }

    @Property(tries = 30)
    void theSameTasksFindTheSamePeople(@ForAll long seed) {
        assertThat(all(seed)).isEqualTo(all(seed));
    }

    @Property(tries = 30)
    void nobodyOfAPoolGetsMoreAboveTheLeastThanIsFair(@ForAll long seed) {
        Random random = new Random(seed);
        List<StaffMember> pool = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(6); i++) {
            pool.add(Somebody.called("p" + i)
                    .pools("csm")
                    .minutesAWeek(600 * (1 + random.nextInt(3)))
                    .build());
        }
        Team team = Team.of(0, MONDAY, pool);
        int fairness = Team.shipped().pools().fairnessPercent();

        for (int i = 0; i < 60; i++) {
            Ask ask = Team.ask(i, Team.customer("a" + random.nextInt(5), "pooled"), false);
            Assignment assignment = team.look(ask);
            StaffMember chosen = pool.stream()
                    .filter(person -> person.staffId().equals(assignment.staffId()))
                    .findFirst()
                    .orElseThrow();
            boolean room =
                    team.workload().of(chosen.staffId()) + 60 <= chosen.time().minutesAWeek();
            for (StaffMember other : pool) {
                if (team.workload().of(other.staffId()) + 60 <= other.time().minutesAWeek()) {
                    assertThat(room).as("who has the minutes comes first").isTrue();
                    assertThat(load(team, chosen))
                            .isLessThanOrEqualTo(load(team, other) * (100 + fairness) / 100 + 1e-4);
                }
            }
            team.take(ask);
        }
    }

    private static double load(Team team, StaffMember person) {
        return (team.workload().of(person.staffId()) + 60.0) / person.time().minutesAWeek();
    }

    private static List<Assignment> all(long seed) {
        Random random = new Random(seed);
        Team team = Team.of(3, MONDAY, people(random));
        List<Assignment> found = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            found.add(team.take(ask(random, i)));
        }
        return found;
    }

    private static Map<String, LocalDate> days(Team team) {
        Map<String, LocalDate> days = new HashMap<>();
        team.people().forEach(person -> days.put(person.staffId(), team.diary().day(person)));
        return days;
    }

    private static LocalDate day(Assignment assignment, Map<String, LocalDate> days) {
        return assignment.startsAt() == null
                ? days.get(assignment.staffId())
                : LocalDate.ofInstant(assignment.startsAt(), ZoneOffset.UTC);
    }

    private static List<StaffMember> people(Random random) {
        List<StaffMember> people = new ArrayList<>();
        int size = 1 + random.nextInt(8);
        for (int i = 0; i < size; i++) {
            Somebody person = Somebody.called("p" + i).calendar("uk").role("csm");
            if (random.nextBoolean()) {
                person.pools("csm");
            }
            if (random.nextInt(3) == 0) {
                person.deputy("p" + random.nextInt(size));
            }
            if (random.nextInt(4) == 0) {
                person.away(new Absence(LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 3 + random.nextInt(20))));
            }
            people.add(person.build());
        }
        return people;
    }

    private static Ask ask(Random random, int number) {
        Customer customer = Team.customer("a" + random.nextInt(10), TIERS.get(random.nextInt(4)));
        boolean critical = random.nextInt(10) == 0;
        return random.nextBoolean()
                ? Team.ask(number, customer, critical)
                : Team.ask(number, customer, critical, "p" + random.nextInt(8));
    }
}
