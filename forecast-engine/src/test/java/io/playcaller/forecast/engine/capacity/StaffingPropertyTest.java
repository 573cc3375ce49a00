package io.playcaller.forecast.engine.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class StaffingPropertyTest {

    @Property
    void anotherPersonNeverMakesItWorse(
            @ForAll @DoubleRange(min = 1, max = 20_000) double tasks,
            @ForAll @DoubleRange(min = 5, max = 300) double minutes,
            @ForAll @IntRange(min = 1, max = 80) int people,
            @ForAll Sharing sharing) {
        Staffing staffing = staffing(tasks, minutes, sharing);

        assertThat(staffing.attainment(people + 1, 120))
                .isGreaterThanOrEqualTo(staffing.attainment(people, 120) - 1e-12);
        assertThat(staffing.attainment(people, 120)).isBetween(0.0, 1.0);
    }

    @Property
    void theNeedIsTheLeastThatKeepsEverything(
            @ForAll @DoubleRange(min = 1, max = 5_000) double tasks,
            @ForAll @DoubleRange(min = 5, max = 300) double minutes,
            @ForAll @IntRange(min = 0, max = 40) int forBooks,
            @ForAll @IntRange(min = 1, max = 99) int percent,
            @ForAll Sharing sharing) {
        Staffing staffing = staffing(tasks, minutes, sharing);
        Promise promise = new Promise(percent, 240);

        StaffingNeed need = new StaffingPlan(promise, 85).need(staffing, forBooks);

        assertThat(keeps(staffing, promise, forBooks, need.people())).isTrue();
        assertThat(keeps(staffing, promise, forBooks, need.people() - 1)).isFalse();
    }

    private static boolean keeps(Staffing staffing, Promise promise, int forBooks, int people) {
        return people >= forBooks
                && people * 85 >= staffing.workload().persons() * 100 - 1e-6
                && staffing.attainment(people, promise.withinMinutes()) * 100 >= promise.percent();
    }

    private static Staffing staffing(double tasks, double minutes, Sharing sharing) {
        return new Staffing(new Workload(List.of(new WorkStream("tasks", tasks, minutes)), 63 * 480, 0.6), sharing);
    }
}
