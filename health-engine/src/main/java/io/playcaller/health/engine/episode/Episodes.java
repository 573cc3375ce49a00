package io.playcaller.health.engine.episode;

import java.time.Instant;
import java.util.List;

/** Reads the episodes of a watch. */
public final class Episodes {

    private Episodes() {}

    /** Whether history opened what nobody was told. */
    public static boolean untold(Watch watch) {
        return watch.told().stream().anyMatch(told -> told.muted() == Told.Muted.BASELINE);
    }

    /** What is open and was told, without what happens only once. */
    public static List<Episode> open(String accountId, Watch watch) {
        return watch.told().stream()
                .filter(told -> told.open() && !Rules.once(told.rule()))
                .map(told -> new Episode(
                        SignalWriter.episodeId(accountId, told.rule(), told.openedAt()),
                        Rules.name(told.rule()),
                        Instant.ofEpochMilli(told.openedAt()),
                        told.transition(),
                        told.verdict().reason(),
                        told.verdict().severity(),
                        told.verdict().origin()))
                .toList();
    }
}
