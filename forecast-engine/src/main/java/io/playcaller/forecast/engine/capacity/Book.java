package io.playcaller.forecast.engine.capacity;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * The accounts that a person, or people of a pool together, serve. Of several tiers the parts add up: 6 of 12 and 20 of 40 are
 * full.
 *
 * @param owner staff id, or the name of the pool
 * @param accounts by tier; tiers without a band are not here
 * @param people who share it, at least 1
 * @param ofMost share of what the bands allow at most
 * @param ofLeast share of what the bands ask for at least
 */
public record Book(String owner, Map<String, Integer> accounts, int people, double ofMost, double ofLeast, Fill fill) {

    /** From so much of the band on a book is nearly full. */
    private static final double NEAR = 0.9;

    /** How full it is. */
    public enum Fill {
        UNDER("under"),
        WITHIN("within"),
        NEAR("near"),
        OVER("over");

        private final String key;

        Fill(String key) {
            this.key = key;
        }

        /** The word beside figures. */
        public String key() {
            return key;
        }
    }

    /** Measures a book. */
    public static Book of(String owner, Map<String, Integer> accounts, int people, Collection<Band> bands) {
        Map<String, Integer> known = new TreeMap<>();
        double most = 0;
        double least = 0;
        for (Band band : bands) {
            int count = accounts.getOrDefault(band.tier(), 0);
            if (count > 0) {
                known.put(band.tier(), count);
                most += (double) count / ((double) band.atMost() * people);
                least += (double) count / ((double) band.atLeast() * people);
            }
        }
        return new Book(owner, known, people, most, least, fill(most, least));
    }

    /**
     * The fewest people with whom {@code accounts} are within the bands.
     *
     * @param accounts by tier; on average, so a fraction is fine
     */
    public static int peopleFor(Map<String, Double> accounts, Collection<Band> bands) {
        double most = bands.stream()
                .mapToDouble(band -> accounts.getOrDefault(band.tier(), 0.0) / band.atMost())
                .sum();
        return (int) Math.ceil(most - 1e-9);
    }

    private static Fill fill(double most, double least) {
        if (most > 1 + 1e-9) {
            return Fill.OVER;
        }
        if (least < 1 - 1e-9) {
            return Fill.UNDER;
        }
        return most >= NEAR - 1e-9 ? Fill.NEAR : Fill.WITHIN;
    }
}
