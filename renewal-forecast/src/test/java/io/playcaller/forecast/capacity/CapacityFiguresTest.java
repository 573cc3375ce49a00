package io.playcaller.forecast.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.forecast.capacity.CapacityKnown.Customer;
import io.playcaller.forecast.capacity.CapacityKnown.Due;
import io.playcaller.forecast.capacity.CapacityReport.OneBook;
import io.playcaller.forecast.capacity.CapacityReport.Plan;
import io.playcaller.forecast.capacity.CapacityRules.Ask;
import io.playcaller.forecast.capacity.CapacityRules.EventWork;
import io.playcaller.forecast.capacity.CapacityRules.Minutes;
import io.playcaller.forecast.capacity.CapacityRules.Role;
import io.playcaller.forecast.capacity.CapacityRules.Tier;
import io.playcaller.forecast.capacity.CapacityRules.Time;
import io.playcaller.forecast.config.Ruled;
import io.playcaller.forecast.engine.capacity.Band;
import io.playcaller.forecast.engine.capacity.Promise;
import io.playcaller.forecast.engine.capacity.Sharing;
import io.playcaller.forecast.engine.capacity.TaskTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CapacityFiguresTest {

    /** A Thursday; with it, 21 working days are left of its quarter. */
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 3);

    /** A quarter of 13 weeks before. */
    private static final LocalDate FROM = TODAY.minusDays(91);

    @Test
    void booksAreMeasuredAgainstTheirBandsAndWhatCannotBeIsSaid() {
        List<Customer> customers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            customers.add(customer("big" + i, "enterprise", "ada"));
        }
        customers.add(customer("big-nobody", "enterprise", null));
        customers.add(customer("pool", "pooled", null));
        customers.add(customer("new", "unknown", null));

        CapacityReport report = report(customers, List.of(), List.of(), rules(null));

        assertThat(report.books().items())
                .extracting(OneBook::owner, OneBook::fill)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("ada", "over"));
        assertThat(report.books().accountsOfNobody()).isEqualTo(1);
        assertThat(report.books().accountsWithoutTier()).isEqualTo(1);
        assertThat(report.books().notAvailable())
                .containsExactly("pool/pooled: nobody is known to be desk; state `people` in capacity.yaml");
    }

    @Test
    void aQuarterNeedsItsUsualTasksItsRenewalsAndItsBeginners() {
        List<TaskTime> tasks = new ArrayList<>();
        for (int i = 0; i < 130; i++) {
            tasks.add(task("usage-drop"));
        }
        tasks.add(task("renewal-track"));
        List<Due> renewals = List.of(
                new Due(TODAY.minusDays(3), "enterprise", 0),
                new Due(TODAY.plusDays(5), "enterprise", 0),
                new Due(LocalDate.of(2027, 2, 1), "enterprise", 0),
                new Due(LocalDate.of(2027, 2, 1), "tech-touch", 0));

        CapacityReport report = report(List.of(customer("a", "enterprise", "ada")), tasks, renewals, rules(7));
        Plan now = plan(report, "csm", "2026-Q4");
        Plan next = plan(report, "csm", "2027-Q1");

        // 130 tasks and two beginners in 65 working days; 21 days of Q4 are left, Q1 has 64. A beginner asks for two
        // tasks.
        assertThat(now.streams())
                .extracting(stream -> stream.name() + " " + stream.tasks() + " x " + stream.minutesEach())
                .containsExactly("usage-drop 42.0 x 60.0", "renewals 4.0 x 120.0", "onboarding 1.3 x 40.0");
        assertThat(next.streams())
                .extracting(stream -> stream.name() + " " + stream.tasks() + " x " + stream.minutesEach())
                .containsExactly("usage-drop 128.0 x 60.0", "renewals 2.0 x 120.0", "onboarding 3.9 x 40.0");
        assertThat(now.peopleNow()).isEqualTo(7);
        assertThat(now.more()).isEqualTo(now.people() - 7);
        assertThat(now.staffing())
                .anyMatch(with -> with.people() == now.people()
                        && with.attainment().doubleValue() * 100 >= now.promisedPercent());
    }

    @Test
    void withoutAnythingToDoNobodyIsNeeded() {
        Plan plan = plan(report(List.of(), List.of(), List.of(), rules(null)), "desk", "2027-Q1");

        assertThat(plan.people()).isZero();
        assertThat(plan.because()).isEqualTo("no-work");
        assertThat(plan.peopleNow()).isNull();
        assertThat(plan.more()).isNull();
    }

    private static CapacityReport report(
            List<Customer> customers, List<TaskTime> tasks, List<Due> renewals, CapacityRules rules) {
        Map<String, Integer> begun = tasks.isEmpty() ? Map.of() : Map.of("enterprise", 2);
        return CapacityFigures.of(
                new Ruled<>(rules, "v1", ""), new CapacityKnown(FROM, TODAY, tasks, 0, customers, renewals, begun), 2);
    }

    private static Plan plan(CapacityReport report, String role, String quarter) {
        return report.plan().stream()
                .filter(plan -> plan.role().equals(role) && plan.quarter().equals(quarter))
                .findFirst()
                .orElseThrow();
    }

    private static Customer customer(String id, String tier, @Nullable String owner) {
        return new Customer(id, tier, "adoption", owner == null ? Map.of() : Map.of("csm", owner));
    }

    private static TaskTime task(String play) {
        return new TaskTime(
                "smb", "adoption", "csm", play, Instant.parse("2026-11-02T09:00:00Z"), null, null, false, false, false);
    }

    private static CapacityRules rules(@Nullable Integer people) {
        Promise promise = new Promise(90, 480);
        return new CapacityRules(
                new Time(480, 60, 8),
                List.of(
                        new Role("csm", people, Sharing.OWN_BOOK, promise, 85),
                        new Role("desk", null, Sharing.POOL, promise, 85)),
                List.of(
                        new Tier(new Band("enterprise", 5, 15), "csm", true),
                        new Tier(new Band("pooled", 50, 150), "desk", false)),
                new EventWork(Set.of("renewal-track"), List.of(new Ask("csm", Set.of("enterprise"), 2, 120))),
                new EventWork(Set.of("kickoff"), List.of(new Ask("csm", Set.of("enterprise"), 2, 40))),
                new Minutes(Map.of("usage-drop", 60), 45));
    }
}
