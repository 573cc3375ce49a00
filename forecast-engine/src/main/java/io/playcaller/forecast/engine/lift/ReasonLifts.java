package io.playcaller.forecast.engine.lift;

import io.playcaller.contracts.reason.Reason;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The lift of every play by the reason for it. An account counts where it counts in the play: by its first run, under the reason that
 * this run began with. So the accounts of the reasons of a play sum to its own, and the reason, which was there before the lot was drawn, says
 * nothing about the arm. Plays are not summed up: of two, each has a lot of its own, and their shares held out may differ.
 */
public final class ReasonLifts {

    private ReasonLifts() {}

    /** By code of the reason, then as {@link PlayLifts} are. */
    public static List<ReasonLift> of(Collection<Look> looks, LiftRule rule) {
        Map<Reason, List<Look>> byReason = PlayLifts.counted(looks)
                .collect(Collectors.groupingBy(
                        Look::reason, () -> new TreeMap<>(Comparator.comparing(Reason::code)), Collectors.toList()));
        return byReason.entrySet().stream()
                .flatMap(entry ->
                        PlayLifts.of(entry.getValue(), rule).stream().map(lift -> new ReasonLift(entry.getKey(), lift)))
                .toList();
    }
}
