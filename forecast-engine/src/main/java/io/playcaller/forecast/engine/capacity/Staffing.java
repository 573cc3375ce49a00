package io.playcaller.forecast.engine.capacity;

/**
 * What becomes of a workload with so many people. First come, first served.
 *
 * <p>P(wait ≤ t) = 1 - C(c, a) exp(-(c/s - λ) t / v), with v = (1 + cs²) / 2 for streams of different length (the correction of
 * Allen and Cunneen for general times; 1, and the formula exact, for one stream). Where each has a book of their own, it is that of one
 * person with their part of the tasks.
 */
public record Staffing(Workload workload, Sharing sharing) {

    /** Share of tasks begun within {@code minutes} business minutes, with {@code people} at work; 0 where the line only grows. */
    public double attainment(int people, int minutes) {
        if (workload.tasks() == 0) {
            return 1;
        }
        double load = workload.persons();
        if (people < 1 || load >= people) {
            return 0;
        }
        int together = sharing == Sharing.POOL ? people : 1;
        double ownLoad = load * together / people;
        double leaves = (together - ownLoad) / workload.span();
        double stretch = (1 + workload.squaredVariation()) / 2;
        return 1 - ErlangC.waits(together, ownLoad) * Math.exp(-leaves * minutes / stretch);
    }

    /** Share of the productive time that tasks fill; above 1 the line only grows. */
    public double utilisation(int people) {
        return workload.persons() / people;
    }
}
