package io.playcaller.forecast.lab.trial;

import io.playcaller.accuracy.AccountBootstrap;
import io.playcaller.accuracy.Interval;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether the model in force still says the level: renewals that came less those that it said, of the endings that judge, each as it
 * was looked at last.
 *
 * @param said mean probability of renewal
 * @param came share that renewed
 * @param low of {@code came - said}, lower end of the 95% interval over accounts
 * @param high of {@code came - said}, upper end
 */
public record Drift(int endings, double said, double came, double low, double high) {

    static Drift of(List<Lesson> judged, long seed) {
        Map<Object, Lesson> last = new HashMap<>();
        judged.stream()
                .sorted(Comparator.comparingInt(Lesson::horizonDays).reversed())
                .forEach(lesson -> last.put(lesson.ending(), lesson));
        List<Lesson> lessons = last.values().stream()
                .sorted(Comparator.comparing((Lesson lesson) -> lesson.ending().on())
                        .thenComparing(lesson -> lesson.ending().contractId()))
                .toList();
        double[] above = new double[lessons.size()];
        double said = 0;
        double came = 0;
        for (int i = 0; i < above.length; i++) {
            Lesson lesson = lessons.get(i);
            double renewed = lesson.ending().renewed() ? 1 : 0;
            above[i] = renewed - lesson.inForce().renews();
            said += lesson.inForce().renews();
            came += renewed;
        }
        Interval within = new AccountBootstrap(Difference.sample(lessons), Difference.DRAWS, seed).ofMean(above);
        return new Drift(above.length, said / above.length, came / above.length, within.low(), within.high());
    }

    /**
     * Whether the level has moved beyond doubt. The level that the model says was itself learnt from a window as large as the one that judges, so
     * that the difference of the two varies by the root of 2 more than the interval says.
     */
    public boolean drifting() {
        return Math.abs(came - said) > Math.sqrt(2) * (high - low) / 2;
    }
}
