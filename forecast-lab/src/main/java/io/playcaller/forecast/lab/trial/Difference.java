package io.playcaller.forecast.lab.trial;

import io.playcaller.accuracy.AccountBootstrap;
import io.playcaller.accuracy.Interval;
import io.playcaller.accuracy.Sample;
import java.util.Collections;
import java.util.List;

/**
 * The mean loss of a candidate less that of the model in force, on the same later endings, with its 95% interval by drawing whole accounts.
 * Below 0 the candidate is better.
 *
 * @param looks examples that were judged
 */
public record Difference(double mean, double low, double high, int looks) {

    private static final double LEAST_GAIN = 1e-4;

    static final int DRAWS = 1_000;

    static Difference of(List<Lesson> judged, double[] candidate, double[] inForce, long seed) {
        double[] difference = new double[judged.size()];
        double sum = 0;
        for (int i = 0; i < difference.length; i++) {
            difference[i] = candidate[i] - inForce[i];
            sum += difference[i];
        }
        Interval within = new AccountBootstrap(sample(judged), DRAWS, seed).ofMean(difference);
        return new Difference(sum / difference.length, within.low(), within.high(), difference.length);
    }

    /** Better beyond doubt, and by something: the whole interval lies below 0, and the mean by at least a ten-thousandth. */
    public boolean better() {
        return high < 0 && mean <= -LEAST_GAIN;
    }

    /** The lessons as units whose bad end is a loss. */
    static Sample sample(List<Lesson> lessons) {
        return new Sample(
                lessons.stream().map(lesson -> lesson.ending().accountId()).toList(),
                Collections.nCopies(lessons.size(), ""),
                lessons.stream().map(lesson -> !lesson.ending().renewed()).toList());
    }
}
