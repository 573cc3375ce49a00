package io.playcaller.contracts.fact;

import java.time.LocalDate;
import java.util.List;

/**
 * From here on relative measures are compared with this; broadcast by health-service, seldom. It is all there is to compare with:
 * what is not in it has no peers any more.
 *
 * @param day the UTC day, by the log's time, on which it was counted
 */
public record PeerBaselinePublished(LocalDate day, List<PeerBaseline> baselines) {

    private static final int MOST = 500;

    public PeerBaselinePublished {
        baselines = List.copyOf(baselines);
        if (baselines.size() > MOST) {
            throw new IllegalArgumentException(baselines.size() + " baselines, at most " + MOST);
        }
    }
}
