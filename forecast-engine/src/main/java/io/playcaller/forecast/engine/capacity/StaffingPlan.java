package io.playcaller.forecast.engine.capacity;

import io.playcaller.forecast.engine.capacity.StaffingNeed.Because;

/**
 * Finds the fewest people with whom books keep to their bands, nobody is busier than allowed, and a promise is kept.
 *
 * @param busiest percent of productive time that tasks may fill, 1 to 100
 */
public record StaffingPlan(Promise promise, int busiest) {

    /** Nobody plans for work of more people than these in one role: what asks for more is not counted to the end. */
    public static final int MOST_PEOPLE = 100_000;

    public StaffingPlan {
        if (busiest < 1 || busiest > 100) {
            throw new IllegalArgumentException("busiest is " + busiest);
        }
    }

    /**
     * The need of one role in one period; above {@link #MOST_PEOPLE} where its work asks for more than that, however many.
     *
     * @param forBooks people without whom books would be above their bands
     */
    public StaffingNeed need(Staffing staffing, int forBooks) {
        double load = staffing.workload().persons();
        int forWork = (int) Math.min(MOST_PEOPLE + 1.0, Math.ceil(load * 100 / busiest));
        int least = Math.max(forBooks, forWork);
        int people = fewest(staffing, least);
        Because because = forWork > forBooks ? Because.UTILISATION : forBooks > 0 ? Because.BOOKS : Because.NO_WORK;
        return new StaffingNeed(
                people,
                people > least ? Because.ATTAINMENT : because,
                attainment(staffing, people),
                people == 0 ? 0 : staffing.utilisation(people),
                attainment(staffing, people - 1));
    }

    /** The fewest from {@code least} on with whom the promise is kept; one more than the most where it is not with these. */
    private int fewest(Staffing staffing, int least) {
        int from = least;
        int enough = least;
        while (enough <= MOST_PEOPLE && !isKept(staffing, enough)) {
            from = enough + 1;
            enough = Math.min(MOST_PEOPLE + 1, 2 * from);
        }
        while (from < enough) {
            int middle = (from + enough) / 2;
            if (isKept(staffing, middle)) {
                enough = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    private boolean isKept(Staffing staffing, int people) {
        return promise.isKeptAt(attainment(staffing, people));
    }

    private double attainment(Staffing staffing, int people) {
        return staffing.attainment(people, promise.withinMinutes());
    }
}
