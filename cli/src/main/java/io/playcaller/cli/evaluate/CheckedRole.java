package io.playcaller.cli.evaluate;

import io.playcaller.forecast.engine.capacity.StaffingNeed;
import io.playcaller.forecast.engine.capacity.StaffingPlan;
import io.playcaller.forecast.engine.capacity.StaffingRehearsal;
import io.playcaller.forecast.engine.capacity.StaffingRehearsal.Days;
import io.playcaller.forecast.engine.capacity.StaffingRehearsal.Outcome;
import java.util.List;
import java.util.Locale;

/**
 * What the plan asks for, and what the simulation makes of it.
 *
 * @param planned share of tasks begun in time, by formula
 * @param simulated the same, played
 * @param within95 half the width of an interval of 95% for it
 * @param fewerPlanned with one person less
 */
record CheckedRole(
        String role,
        String sharing,
        double load,
        int people,
        String because,
        double promised,
        double planned,
        double simulated,
        double within95,
        double fewerPlanned,
        double fewerSimulated) {

    static final List<String> HEADER = List.of(
            "role",
            "sharing",
            "load",
            "people",
            "because",
            "promised",
            "formula",
            "simulated",
            "one fewer: formula",
            "simulated");

    static CheckedRole of(CapacityRole role, Days days) {
        StaffingNeed need = new StaffingPlan(role.promise(), role.busiest()).need(role.staffing(), 0);
        Outcome enough = StaffingRehearsal.play(role.staffing(), need.people(), role.promise(), days);
        double fewer = need.people() <= 1
                ? 0
                : StaffingRehearsal.play(role.staffing(), need.people() - 1, role.promise(), days)
                        .attainment();
        return new CheckedRole(
                role.name(),
                role.staffing().sharing().key(),
                role.staffing().workload().persons(),
                need.people(),
                need.because().key(),
                role.promise().percent() / 100.0,
                need.attainment(),
                enough.attainment(),
                enough.within95(),
                need.attainmentWithOneFewer(),
                fewer);
    }

    /** By how much formula and simulation differ. */
    double difference() {
        return Math.abs(planned - simulated);
    }

    List<String> cells() {
        return List.of(
                role,
                sharing,
                String.format(Locale.ROOT, "%.2f", load),
                Integer.toString(people),
                because,
                percent(promised),
                percent(planned),
                percent(simulated) + " ±" + String.format(Locale.ROOT, "%.1f", within95 * 100),
                percent(fewerPlanned),
                percent(fewerSimulated));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", share * 100);
    }
}
