package io.playcaller.forecast.engine.capacity;

/** Counts tasks that were begun in time, in equal parts of the days played, the first of which is left out. */
final class AttainmentCount {

    /** Two-sided 95% of a normal. */
    private static final double Z = 1.96;

    private final int withinMinutes;
    private final double daysOfPart;
    private final long[] tasks;
    private final long[] inTime;

    AttainmentCount(int withinMinutes, int days, int parts) {
        this.withinMinutes = withinMinutes;
        this.daysOfPart = (double) days / parts;
        this.tasks = new long[parts];
        this.inTime = new long[parts];
    }

    void begun(double day, double waitedMinutes) {
        int part = Math.min(tasks.length - 1, (int) (day / daysOfPart));
        tasks[part]++;
        inTime[part] += waitedMinutes <= withinMinutes ? 1 : 0;
    }

    StaffingRehearsal.Outcome outcome() {
        long all = 0;
        long kept = 0;
        for (int part = 1; part < tasks.length; part++) {
            all += tasks[part];
            kept += inTime[part];
        }
        double mean = all == 0 ? 1 : (double) kept / all;
        return new StaffingRehearsal.Outcome(all, mean, Z * deviationOfMean(mean));
    }

    private double deviationOfMean(double mean) {
        double squares = 0;
        int counted = 0;
        for (int part = 1; part < tasks.length; part++) {
            if (tasks[part] > 0) {
                double off = (double) inTime[part] / tasks[part] - mean;
                squares += off * off;
                counted++;
            }
        }
        return counted < 2 ? 0 : Math.sqrt(squares / (counted - 1) / counted);
    }
}
