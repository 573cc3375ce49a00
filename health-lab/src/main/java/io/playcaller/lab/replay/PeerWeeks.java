package io.playcaller.lab.replay;

import io.playcaller.contracts.health.MeasureScore;
import io.playcaller.health.engine.model.HealthModel;
import io.playcaller.health.engine.model.Measure;
import io.playcaller.health.engine.peer.Baseline;
import io.playcaller.health.engine.peer.Baseline.Group;
import io.playcaller.health.engine.peer.Histogram;
import io.playcaller.health.engine.score.Score;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts peers once a week over all accounts that are replayed, by the rules of health-service: who has a score, did not leave, and
 * of each relative measure what is known and not frozen. Values do not depend on peers, so accounts can be asked for them before
 * there are any. Mutable.
 */
public final class PeerWeeks {

    private static final Duration WEEK = Duration.ofDays(7);

    private final Map<String, Histogram> bins = new HashMap<>();
    private final List<Instant> weeks = new ArrayList<>();
    private final Map<Instant, SortedMap<Group, Histogram>> counted = new HashMap<>();

    /**
     * @param from midnight UTC at which the log begins; peers are counted a week later for the first time
     * @param until after which nobody looks
     */
    public PeerWeeks(HealthModel model, Instant from, Instant until) {
        for (Measure measure : model.scoring().measures()) {
            if (measure.relative() != null) {
                bins.put(measure.id(), Histogram.along(measure.curve()));
            }
        }
        for (Instant week = from.plus(WEEK); !week.isAfter(until); week = week.plus(WEEK)) {
            weeks.add(week);
            counted.put(week, new TreeMap<>());
        }
    }

    /** When an account is to be asked that begins and is looked at for the last time then. */
    public List<Instant> weeks(Instant begins, Instant last) {
        return weeks.stream()
                .filter(week -> !week.isBefore(begins) && !week.isAfter(last))
                .toList();
    }

    /** Counts what an account was then, at one of the weeks. */
    public void count(Instant week, Score score) {
        SortedMap<Group, Histogram> groups = counted.get(week);
        if (groups == null || score.score() == null || score.profile().stage().equals("lost")) {
            return;
        }
        for (MeasureScore measure : score.measures()) {
            Histogram empty = bins.get(measure.measure());
            Long value = measure.value();
            if (empty != null && value != null && !measure.frozen()) {
                Group group = new Group(score.profile().segment(), measure.measure());
                groups.merge(group, empty.with(value), Histogram::plus);
            }
        }
    }

    /** What the log was told: a count that stands where the last one stood is not told. */
    public PeerHistory told() {
        SortedMap<Instant, Baseline> told = new TreeMap<>();
        Baseline last = Baseline.NONE;
        for (Instant week : weeks) {
            Baseline now = new Baseline(counted.getOrDefault(week, new TreeMap<>()));
            if (now.movedFrom(last)) {
                told.put(week, now);
                last = now;
            }
        }
        return new PeerHistory(told);
    }
}
