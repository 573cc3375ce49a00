package io.playcaller.lab.simulate;

import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.reason.SignalKind;
import io.playcaller.health.engine.score.Score;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How one model saw one account on the way, by the log's time: exact scores, the last of each day, and episodes. Mutable. */
final class Course {

    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

    private record Stood(Instant at, long score) {}

    /**
     * A signal's way.
     *
     * @param closed null while it is open
     */
    record Episode(
            String reason,
            SignalKind kind,
            Instant opened,
            @Nullable Instant closed) {

        boolean openAt(Instant at) {
            return !opened.isAfter(at) && (closed == null || closed.isAfter(at));
        }
    }

    private final TreeMap<Long, Stood> byDay = new TreeMap<>();
    private final Map<UUID, Episode> episodes = new LinkedHashMap<>();

    void said(HealthChanged change) {
        stood(change.knownAt(), change.score());
    }

    /** Where it is another than was said last. */
    void stood(Score exact) {
        if (exact.score() != null) {
            stood(exact.at(), exact.score());
        }
    }

    private void stood(Instant at, long score) {
        byDay.put(Math.floorDiv(at.toEpochMilli(), DAY_MILLIS), new Stood(at, score));
    }

    void said(SignalChanged signal) {
        Episode before = episodes.get(signal.episodeId());
        Instant opened = before == null ? signal.at() : before.opened();
        switch (signal.state()) {
            case CLEARED, RETRACTED -> put(signal, opened, signal.at());
            default -> put(signal, opened, null);
        }
    }

    private void put(SignalChanged signal, Instant opened, @Nullable Instant closed) {
        episodes.put(signal.episodeId(), new Episode(signal.reason().code(), signal.kind(), opened, closed));
    }

    /** Milli-points as it last stood by {@code at}; to the day. */
    Optional<Long> score(Instant at) {
        long day = Math.floorDiv(at.toEpochMilli(), DAY_MILLIS);
        Map.Entry<Long, Stood> last = byDay.floorEntry(day);
        if (last != null && last.getValue().at().isAfter(at)) {
            last = byDay.lowerEntry(day);
        }
        return Optional.ofNullable(last).map(entry -> entry.getValue().score());
    }

    Collection<Episode> episodes() {
        return episodes.values();
    }

    /** When the risk that is open at {@code at} was first told; empty when none is open. */
    Optional<Instant> warnedSince(Instant at) {
        return episodes.values().stream()
                .filter(episode -> episode.kind() == SignalKind.RISK && episode.openAt(at))
                .map(Episode::opened)
                .min(Instant::compareTo);
    }
}
