package io.playcaller.forecast.engine.lift;

import io.playcaller.contracts.work.Arm;
import io.playcaller.forecast.engine.lift.Look.Seen;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The lift of every play. The lot is drawn by account and play, so an account counts once in a play: by its first run. Later runs on it
 * depend on what the first one did. Where no lot was drawn for the first one, as of what is critical, the account does not count: nobody
 * is held out of such runs, so that they have nothing to be compared with. Runs of which different shares are held out are compared each with
 * its like.
 */
public final class PlayLifts {

    private record Group(String play, int daysAfter, LiftMetric metric, String currency) implements Comparable<Group> {

        private static final Comparator<Group> ORDER = Comparator.comparing(Group::play)
                .thenComparingInt(Group::daysAfter)
                .thenComparing(Group::metric)
                .thenComparing(Group::currency);

        @Override
        public int compareTo(Group other) {
            return ORDER.compare(this, other);
        }
    }

    private PlayLifts() {}

    /** By play, days after, metric and currency, in that order; looks of an arm that is unknown are in none. */
    public static List<PlayLift> of(Collection<Look> looks, LiftRule rule) {
        Map<Group, Map<Integer, Arms>> groups = new TreeMap<>();
        counted(looks)
                .filter(look -> look.arm() != Arm.UNKNOWN)
                .sorted(Comparator.comparing(Look::runId).thenComparingInt(Look::daysAfter))
                .forEach(look -> {
                    int share = Objects.requireNonNull(look.holdoutPercent());
                    for (Seen seen : look.seen()) {
                        Group group = new Group(look.play(), look.daysAfter(), seen.metric(), seen.currency());
                        Map<Integer, Arms> byShare = groups.computeIfAbsent(group, none -> new TreeMap<>());
                        Arms arms = byShare.getOrDefault(share, Arms.none());
                        byShare.put(share, arms.plus(look.arm(), seen.value()));
                    }
                });
        return groups.entrySet().stream()
                .map(entry -> lift(entry.getKey(), entry.getValue(), rule))
                .toList();
    }

    /** The looks at the first run of each account in each play, where a lot was drawn for it. */
    static Stream<Look> counted(Collection<Look> looks) {
        Map<List<String>, String> firstRuns = firstRuns(looks);
        return looks.stream()
                .filter(look -> look.runId().equals(firstRuns.get(unit(look))))
                .filter(look -> look.holdoutPercent() != null);
    }

    private static PlayLift lift(Group group, Map<Integer, Arms> byShare, LiftRule rule) {
        Lift lift = rule.lift(List.copyOf(byShare.values()), group.metric());
        return new PlayLift(group.play(), group.daysAfter(), group.metric(), group.currency(), lift);
    }

    private static Map<List<String>, String> firstRuns(Collection<Look> looks) {
        Map<List<String>, Look> first = new HashMap<>();
        Comparator<Look> order = Comparator.comparing(Look::startedAt).thenComparing(Look::runId);
        looks.forEach(look -> first.merge(unit(look), look, (a, b) -> order.compare(a, b) <= 0 ? a : b));
        Map<List<String>, String> runs = new HashMap<>();
        first.forEach((unit, look) -> runs.put(unit, look.runId()));
        return runs;
    }

    private static List<String> unit(Look look) {
        return List.of(look.play(), look.accountId());
    }
}
