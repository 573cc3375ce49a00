package io.playcaller.forecast.engine.credit;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * How a kind of movement is divided.
 *
 * @param usual percent by role where nothing is registered; sums to 100
 * @param splits percents by role that may be registered instead, each sums to 100; parts of 0 are left out
 * @param overlay what may be credited on top
 * @param total percent of an amount that all credit together may reach
 */
public record CreditRule(Map<String, Integer> usual, List<Map<String, Integer>> splits, Overlay overlay, int total) {

    /** The whole amount. */
    public static final int WHOLE = 100;

    /**
     * What may be credited on top, together.
     *
     * @param roles that may have it; empty for none
     * @param atLeast percent where there is any
     */
    public record Overlay(Set<String> roles, int atLeast, int atMost) {

        /** Nothing on top. */
        public static final Overlay NONE = new Overlay(Set.of(), 0, 0);

        public Overlay {
            roles = Set.copyOf(roles);
        }
    }

    public CreditRule {
        usual = Map.copyOf(usual);
        splits = splits.stream().map(Map::copyOf).toList();
        if (total < WHOLE + overlay.atMost()) {
            throw new IllegalArgumentException("a total of " + total + "% has no room for the overlay");
        }
    }

    /** Why {@code shares} may not be registered; empty when they may. */
    Optional<CreditFault> fault(List<CreditShare> shares) {
        if (shares.stream().anyMatch(share -> share.percent() < 1 || share.percent() > WHOLE)) {
            return refused("each share from 1 to 100 percent", shares);
        }
        Set<String> people = new HashSet<>();
        if (!shares.stream().allMatch(share -> people.add(share.staffId()))) {
            return refused("each person once: nobody is credited twice for the same revenue", shares);
        }
        Map<String, Integer> base = byRole(shares, share -> !share.overlay());
        if (!base.equals(usual) && !splits.contains(base)) {
            return refused("one of the splits of the policy: " + words(), shares);
        }
        return overlayFault(shares);
    }

    private Optional<CreditFault> overlayFault(List<CreditShare> shares) {
        Map<String, Integer> onTop = byRole(shares, CreditShare::overlay);
        int sum = onTop.values().stream().mapToInt(Integer::intValue).sum();
        if (!overlay.roles().containsAll(onTop.keySet())) {
            return refused("an overlay for one of the roles " + List.copyOf(overlay.roles()), shares);
        }
        if (sum > 0 && (sum < overlay.atLeast() || sum > overlay.atMost())) {
            return refused(
                    "an overlay of %d to %d percent together".formatted(overlay.atLeast(), overlay.atMost()), shares);
        }
        return Optional.empty();
    }

    private String words() {
        return usual + (splits.isEmpty() ? "" : " or one of " + splits);
    }

    private static Optional<CreditFault> refused(String expected, List<CreditShare> shares) {
        return Optional.of(new CreditFault("credit.not-allowed", "/shares", expected, shares.toString()));
    }

    private static Map<String, Integer> byRole(List<CreditShare> shares, Predicate<CreditShare> which) {
        Map<String, Integer> sums = new TreeMap<>();
        shares.stream().filter(which).forEach(share -> sums.merge(share.role(), share.percent(), Integer::sum));
        return sums;
    }
}
