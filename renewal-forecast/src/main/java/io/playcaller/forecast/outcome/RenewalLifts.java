package io.playcaller.forecast.outcome;

import io.playcaller.forecast.engine.LogOdds;
import io.playcaller.forecast.engine.lift.Lift.Says;
import io.playcaller.forecast.engine.lift.LiftMetric;
import io.playcaller.forecast.engine.lift.PlayLift;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** What plays add to the probability of renewal, as far as it was measured. */
public final class RenewalLifts {

    private RenewalLifts() {}

    /**
     * By play: the difference in renewals so many days after, in millionths. A play whose interval contains no difference, or that has
     * too few accounts, is absent: nobody knows its sign.
     */
    public static Map<String, Integer> of(Collection<PlayLift> lifts, int daysAfter) {
        Map<String, Integer> byPlay = new TreeMap<>();
        lifts.stream()
                .filter(play -> play.metric() == LiftMetric.RENEWED && play.daysAfter() == daysAfter)
                .filter(play -> play.lift().says() == Says.HELPS || play.lift().says() == Says.HARMS)
                .forEach(play ->
                        byPlay.put(play.play(), (int) Math.round(play.lift().difference() * LogOdds.ONE)));
        return byPlay;
    }
}
