package io.playcaller.router.brake.in;

import io.playcaller.router.brake.Brake;
import io.playcaller.router.brake.Flood;
import io.playcaller.router.brake.HeldCounts;
import io.playcaller.router.brake.out.PgBrake.Standing;
import io.playcaller.router.play.Play;
import io.playcaller.router.play.PlayBook;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The volume brake as it stands.
 *
 * @param total of all plays
 * @param plays those that hold something first
 */
public record BrakeView(Gauge total, List<PlayView> plays) {

    /**
     * How much may begin.
     *
     * @param limit runs that may begin within an hour
     * @param begun runs that began within it
     */
    public record Gauge(int limit, int begun) {}

    /**
     * Of a play.
     *
     * @param held signals that wait
     * @param since when the first of them was held; null where none is
     * @param told whether CS Ops was told
     * @param episodeId of the signal that tells so; null where nothing is held
     * @param causes what most of them share
     */
    public record PlayView(
            String play,
            int limit,
            int begun,
            long held,
            @Nullable Instant since,
            boolean told,
            @Nullable UUID episodeId,
            List<HeldCounts.Cause> causes) {}

    private static final HeldCounts NOTHING = new HeldCounts(List.of());

    static BrakeView of(PlayBook book, Brake brake, List<Standing> floods, Map<String, HeldCounts> held) {
        Map<String, Standing> standing =
                floods.stream().collect(Collectors.toMap(one -> one.flood().play(), Function.identity()));
        TreeSet<String> keys = book.plays().stream().map(Play::key).collect(Collectors.toCollection(TreeSet::new));
        keys.addAll(held.keySet());
        List<PlayView> plays = keys.stream()
                .map(key -> view(key, brake, Optional.ofNullable(standing.get(key)), held.getOrDefault(key, NOTHING)))
                .sorted(Comparator.comparingLong(PlayView::held).reversed().thenComparing(PlayView::play))
                .toList();
        return new BrakeView(new Gauge(brake.limits().total(), brake.total()), plays);
    }

    private static PlayView view(String play, Brake brake, Optional<Standing> standing, HeldCounts held) {
        Optional<Flood> flood = standing.map(Standing::flood);
        return new PlayView(
                play,
                brake.limits().of(play),
                brake.begun().getOrDefault(play, 0),
                held.total(),
                flood.map(Flood::since).orElse(null),
                standing.map(Standing::told).orElse(false),
                flood.map(Flood::episodeId).orElse(null),
                held.causes());
    }
}
