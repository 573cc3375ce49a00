package io.playcaller.health.rebuild;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a comparison found.
 *
 * @param accounts that stand
 * @param differences how many by the codes of their reasons
 */
public record Verdict(long accounts, Map<String, Long> differences) {

    public Verdict {
        differences = Collections.unmodifiableMap(new TreeMap<>(differences));
    }

    /** What keeps the rebuild from taking the running state's place, by codes; empty when nothing does. */
    public List<String> against(Set<DifferenceReason> accepted) {
        return differences.keySet().stream()
                .filter(code -> bars(code, accepted))
                .toList();
    }

    private static boolean bars(String code, Set<DifferenceReason> accepted) {
        DifferenceReason reason = DifferenceReason.ofCode(code).orElseThrow();
        return switch (reason.bar()) {
            case NONE -> false;
            case UNLESS_ACCEPTED -> !accepted.contains(reason);
            case ALWAYS -> true;
        };
    }
}
