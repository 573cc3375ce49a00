package io.playcaller.forecast.engine.capacity;

/**
 * What a role promises: so many percent of its tasks are begun within so many business minutes.
 *
 * @param percent 1 to 99: no finite number of people begins every task in time
 */
public record Promise(int percent, int withinMinutes) {

    public Promise {
        if (percent < 1 || percent > 99 || withinMinutes < 0) {
            throw new IllegalArgumentException(percent + "% within " + withinMinutes + " minutes");
        }
    }

    boolean isKeptAt(double attainment) {
        return attainment * 100 >= percent;
    }
}
