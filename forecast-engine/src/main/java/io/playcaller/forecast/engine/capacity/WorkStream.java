package io.playcaller.forecast.engine.capacity;

/**
 * One kind of work that comes to a role within a period.
 *
 * @param name such as {@code renewals}
 * @param tasks how many begin in the period; on average, so a fraction is fine
 * @param minutes of work that one takes on average
 */
public record WorkStream(String name, double tasks, double minutes) {

    public WorkStream {
        if (!(tasks >= 0) || !(minutes > 0) || Double.isInfinite(tasks) || Double.isInfinite(minutes)) {
            throw new IllegalArgumentException(name + " has " + tasks + " tasks of " + minutes + " minutes");
        }
    }
}
