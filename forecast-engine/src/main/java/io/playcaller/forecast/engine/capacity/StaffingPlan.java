package io.playcaller.forecast.engine.capacity;

import io.playcaller.forecast.engine.capacity.StaffingNeed.Because;

/**
 * Finds the fewest people with whom books keep to their bands, nobody is busier than allowed, and a promise is kept.
 *
 * @param busiest percent of productive time that tasks may fill, 1 to 100
 */
public record StaffingPlan(Promise promise, int busiest) {

    public StaffingPlan {
        if (busiest < 1 || busiest > 100) {
            throw new IllegalArgumentException("busiest is " + busiest);
        }
    }

    /**
     * The need of one role in one period.
     *
     * @param forBooks people without whom books would be above their bands
     */
    public StaffingNeed need(Staffing staffing, int forBooks) {
        double load = staffing.workload().persons();
        int forWork = (int) Math.ceil(load * 100 / busiest);
        int people = Math.max(forBooks, forWork);
        Because because = forWork > forBooks ? Because.UTILISATION : forBooks > 0 ? Because.BOOKS : Because.NO_WORK;
        while (!promise.isKeptAt(attainment(staffing, people))) {
            people++;
            because = Because.ATTAINMENT;
        }
        return new StaffingNeed(
                people,
                because,
                attainment(staffing, people),
                people == 0 ? 0 : staffing.utilisation(people),
                attainment(staffing, people - 1));
    }

    private double attainment(Staffing staffing, int people) {
        return staffing.attainment(people, promise.withinMinutes());
    }
}
