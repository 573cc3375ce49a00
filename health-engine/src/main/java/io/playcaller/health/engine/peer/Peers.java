package io.playcaller.health.engine.peer;

import java.util.ArrayList;
import java.util.List;

/**
 * The baselines of a partition's log, each with the log's time at which it was told, oldest first. Each day is judged by the one that
 * was known before its end, whenever it is judged: so late facts and accounts that slept find what others found.
 */
public record Peers(List<Published> published) {

    /** Of one a week that is seven weeks: longer than any day is judged anew. */
    public static final int KEPT = 8;

    /** Nothing was published yet. */
    public static final Peers NONE = new Peers(List.of());

    /** @param at the log's time, milliseconds */
    public record Published(long at, Baseline baseline) {}

    public Peers {
        published = List.copyOf(published);
    }

    /** With a newer one; the same once more changes nothing. */
    public Peers with(long at, Baseline baseline) {
        if (newest().equals(baseline)) {
            return this;
        }
        List<Published> more = new ArrayList<>(published);
        more.add(new Published(at, baseline));
        return new Peers(more.subList(Math.max(0, more.size() - KEPT), more.size()));
    }

    public Baseline newest() {
        return published.isEmpty()
                ? Baseline.NONE
                : published.get(published.size() - 1).baseline();
    }

    /** What an account is compared with at a time, milliseconds. */
    public Baseline at(long time) {
        return toldBefore(time == Long.MAX_VALUE ? time : time + 1);
    }

    /** What a day is compared with that ends at a time: what was told at that very time comes after it. */
    public Baseline toldBefore(long end) {
        for (int i = published.size() - 1; i >= 0; i--) {
            if (published.get(i).at() < end) {
                return published.get(i).baseline();
            }
        }
        return Baseline.NONE;
    }
}
