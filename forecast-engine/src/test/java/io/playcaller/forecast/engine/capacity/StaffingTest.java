package io.playcaller.forecast.engine.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.playcaller.forecast.engine.capacity.StaffingNeed.Because;
import io.playcaller.forecast.engine.capacity.StaffingRehearsal.Days;
import io.playcaller.forecast.engine.capacity.StaffingRehearsal.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StaffingTest {

    /** A quarter of 63 working days of eight hours. */
    private static final double QUARTER = 63 * 480;

    private static final double PRODUCTIVE = 0.6;
    private static final Promise PROMISE = new Promise(90, 240);
    private static final Days DAYS = new Days(12_000, 480, 7);

    /** It takes a second or two, and on a machine without time for it longer; counted to the end, hours. */
    private static final Duration IN_TIME = Duration.ofMinutes(5);

    /** Published values of Erlang C, such as of 10 people with a load of 8: .4092. */
    @ParameterizedTest
    @CsvSource({"1,0.5,0.5", "2,1,0.33333", "10,8,0.40918", "5,4,0.55411", "3,3,1", "4,0,0"})
    void theProbabilityOfWaitingIsErlangs(int people, double load, double waits) {
        assertThat(ErlangC.waits(people, load)).isCloseTo(waits, within(1e-5));
    }

    @ParameterizedTest
    @CsvSource({"POOL,1500,45", "POOL,400,120", "OWN_BOOK,900,45", "OWN_BOOK,300,90"})
    void ofOneKindOfWorkTheFormulaAndTheSimulationAgreeWithTheNeedAndOneFewer(
            Sharing sharing, double tasks, double minutes) {
        Staffing staffing = staffing(sharing, new WorkStream("tasks", tasks, minutes));
        StaffingNeed need = new StaffingPlan(PROMISE, 100).need(staffing, 0);

        double enough = simulated(staffing, need.people());
        double oneFewer = simulated(staffing, need.people() - 1);

        assertThat(enough).isCloseTo(need.attainment(), within(0.015));
        assertThat(enough).isGreaterThan(oneFewer);
        if (need.attainmentWithOneFewer() > 0) {
            assertThat(oneFewer).isCloseTo(need.attainmentWithOneFewer(), within(0.02));
        }
    }

    @ParameterizedTest
    @CsvSource({"POOL", "OWN_BOOK"})
    void ofWorkOfDifferentLengthTheyAgreeWithinThreePoints(Sharing sharing) {
        Staffing staffing = staffing(
                sharing,
                new WorkStream("tasks", 600, 30),
                new WorkStream("renewals", 150, 120),
                new WorkStream("onboarding", 60, 240));
        StaffingNeed need = new StaffingPlan(PROMISE, 100).need(staffing, 0);

        assertThat(simulated(staffing, need.people())).isCloseTo(need.attainment(), within(0.03));
    }

    @Test
    void thePlanSaysWhatAsksForTheLastPerson() {
        Staffing little = staffing(Sharing.POOL, new WorkStream("tasks", 20, 30));
        Staffing much = staffing(Sharing.POOL, new WorkStream("tasks", 6_000, 30));
        Staffing none = staffing(Sharing.POOL);

        assertThat(new StaffingPlan(PROMISE, 85).need(none, 0))
                .isEqualTo(new StaffingNeed(0, Because.NO_WORK, 1, 0, 1));
        assertThat(new StaffingPlan(PROMISE, 85).need(little, 3).because()).isEqualTo(Because.BOOKS);
        assertThat(new StaffingPlan(PROMISE, 50).need(much, 3).because()).isEqualTo(Because.UTILISATION);
        assertThat(new StaffingPlan(new Promise(99, 0), 100).need(much, 3).because())
                .isEqualTo(Because.ATTAINMENT);
    }

    /** Of 30,240 minutes a person gives 18,144. To begin 99% at once, who has a book of their own may be busy for 1% of the time. */
    @ParameterizedTest
    @CsvSource({"POOL,1e9,100", "OWN_BOOK,1e9,100", "POOL,1e15,1", "OWN_BOOK,1e15,1", "OWN_BOOK,2000,100"})
    void whatAsksForMoreThanAHundredThousandIsNotCountedToTheEnd(Sharing sharing, double tasks, int busiest) {
        Staffing staffing = staffing(sharing, new WorkStream("tasks", tasks, 10_000));

        StaffingNeed need = Assertions.assertTimeoutPreemptively(
                IN_TIME, () -> new StaffingPlan(new Promise(99, 0), busiest).need(staffing, 0));

        assertThat(need.people()).isGreaterThan(StaffingPlan.MOST_PEOPLE);
    }

    @Test
    void ninetyThousandAreCounted() {
        Staffing staffing = staffing(Sharing.POOL, new WorkStream("tasks", 90_000, QUARTER * PRODUCTIVE));

        StaffingNeed need = new StaffingPlan(PROMISE, 100).need(staffing, 0);

        assertThat(need.people()).isBetween(90_001, 91_000);
        assertThat(need.attainment()).isGreaterThanOrEqualTo(0.9);
        assertThat(need.attainmentWithOneFewer()).isLessThan(0.9);
    }

    @Test
    void ninetyThousandAtWorkArePlayedInTime() {
        Staffing staffing = staffing(Sharing.POOL, new WorkStream("tasks", 90_000, QUARTER * PRODUCTIVE));
        int people = new StaffingPlan(PROMISE, 100).need(staffing, 0).people();

        Outcome outcome = Assertions.assertTimeoutPreemptively(
                IN_TIME, () -> StaffingRehearsal.play(staffing, people, PROMISE, new Days(1_000, 480, 7)));

        assertThat(outcome.tasks()).isGreaterThan(1_000_000);
        assertThat(outcome.attainment()).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void aPoolKeepsAPromiseWithFewerThanBooksOfTheirOwn() {
        WorkStream work = new WorkStream("tasks", 1_500, 45);
        StaffingPlan plan = new StaffingPlan(new Promise(95, 60), 90);

        assertThat(plan.need(staffing(Sharing.POOL, work), 0).people())
                .isLessThan(plan.need(staffing(Sharing.OWN_BOOK, work), 0).people());
    }

    private static double simulated(Staffing staffing, int people) {
        return StaffingRehearsal.play(staffing, people, PROMISE, DAYS).attainment();
    }

    private static Staffing staffing(Sharing sharing, WorkStream... streams) {
        return new Staffing(new Workload(List.of(streams), QUARTER, PRODUCTIVE), sharing);
    }
}
