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
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * Counts peers once a week over all accounts that are replayed, by the rules of health-service: who has a score, did not leave, and
 * of each relative measure what is known and not frozen. On which day of the week the service counts depends on when its log began;
 * here it is always the same; and the service waits longer, or less long, for the first of them (ADR 0064). Values do not depend on peers, so accounts can be asked for them before there are any. Mutable.
 */
public final class PeerWeeks {

    private static final long SECONDS = Duration.ofDays(7).toSeconds();

    private final Map<String, Histogram> bins = new HashMap<>();
    private final SortedMap<Instant, SortedMap<Group, Histogram>> counted = new TreeMap<>();

    public PeerWeeks(HealthModel model) {
        for (Measure measure : model.scoring().measures()) {
            if (measure.relative() != null) {
                bins.put(measure.id(), Histogram.along(measure.curve()));
            }
        }
    }

    /** The midnights UTC at which peers are counted, both ends included: when an account is to be asked that is looked at so long. */
    public static List<Instant> between(Instant first, Instant last) {
        long week = -Math.floorDiv(-first.getEpochSecond(), SECONDS);
        return LongStream.rangeClosed(week, Math.floorDiv(last.getEpochSecond(), SECONDS))
                .mapToObj(it -> Instant.ofEpochSecond(it * SECONDS))
                .toList();
    }

    /** Counts what an account is at one of those midnights; one without a score is nobody's peer, and is looked at all the same. */
    public void count(Score score) {
        SortedMap<Group, Histogram> groups = counted.computeIfAbsent(score.at(), week -> new TreeMap<>());
        if (score.score() == null || score.profile().stage().equals("lost")) {
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

    /**
     * What the log was told: a count that stands where the last one stood is not told. From the first week in which an account was
     * looked at to the last each is counted, and where nobody has a score, that there are no peers is told.
     */
    public PeerHistory told() {
        if (counted.isEmpty()) {
            return PeerHistory.NONE;
        }
        SortedMap<Instant, Baseline> told = new TreeMap<>();
        Baseline last = Baseline.NONE;
        for (Instant week : between(counted.firstKey(), counted.lastKey())) {
            Baseline now = new Baseline(counted.getOrDefault(week, Collections.emptySortedMap()));
            if (now.movedFrom(last)) {
                told.put(week, now);
                last = now;
            }
        }
        return new PeerHistory(told);
    }
}
