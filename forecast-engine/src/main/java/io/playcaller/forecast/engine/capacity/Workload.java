package io.playcaller.forecast.engine.capacity;

import java.util.List;

/**
 * The work of one role in a period. Tasks come at random (Poisson) through the business minutes of the period; each takes a
 * time that is exponential around the mean of its stream.
 *
 * @param businessMinutes that the period has
 * @param productive share of a person's business minutes that goes into tasks, above 0, at most 1
 */
public record Workload(List<WorkStream> streams, double businessMinutes, double productive) {

    public Workload {
        streams = List.copyOf(streams);
        if (!(businessMinutes > 0) || !(productive > 0) || productive > 1) {
            throw new IllegalArgumentException(businessMinutes + " business minutes, productive " + productive);
        }
    }

    /** Tasks in the period. */
    public double tasks() {
        return streams.stream().mapToDouble(WorkStream::tasks).sum();
    }

    /** Minutes of work in the period. */
    public double minutes() {
        return streams.stream()
                .mapToDouble(stream -> stream.tasks() * stream.minutes())
                .sum();
    }

    /** The offered load: how many people it keeps busy without a break. */
    public double persons() {
        return minutes() / (businessMinutes * productive);
    }

    /** Business minutes from beginning a task to its end, on average: people do other things in between. */
    double span() {
        return minutes() / tasks() / productive;
    }

    /** Variance of the time that a task takes over its squared mean: 1 for one stream, more where streams differ. */
    double squaredVariation() {
        double mean = minutes() / tasks();
        double square = streams.stream()
                        .mapToDouble(stream -> stream.tasks() * 2 * stream.minutes() * stream.minutes())
                        .sum()
                / tasks();
        return square / (mean * mean) - 1;
    }
}
