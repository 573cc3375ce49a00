package io.playcaller.router.brake;

import io.playcaller.router.play.Play;
import io.playcaller.router.play.PlayBook;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How many runs may begin within an hour.
 *
 * @param byPlay of each play, by key
 * @param total of all plays together
 */
public record BrakeLimits(Map<String, Integer> byPlay, int total) {

    public BrakeLimits {
        byPlay = Map.copyOf(byPlay);
    }

    /**
     * What a company sets.
     *
     * @param least that may begin always, however few accounts there are
     * @param percent of the eligible accounts
     * @param total of all plays together; null for {@code least}, or {@code percent} of all accounts
     */
    public record Standard(int least, int percent, @Nullable Integer total) {

        int of(long accounts) {
            return (int) Math.min(Integer.MAX_VALUE, Math.max(least, accounts * percent / 100));
        }
    }

    /**
     * The limits that hold now.
     *
     * @param accounts how many there are in each tier
     */
    public static BrakeLimits of(Standard standard, PlayBook plays, Map<String, Long> accounts) {
        Map<String, Integer> byPlay = new HashMap<>();
        for (Play play : plays.plays()) {
            Integer own = plays.brake().get(play.key());
            byPlay.put(play.key(), own == null ? standard.of(eligible(play, plays, accounts)) : own);
        }
        Integer total = standard.total();
        return new BrakeLimits(
                byPlay,
                total == null
                        ? standard.of(accounts.values().stream()
                                .mapToLong(Long::longValue)
                                .sum())
                        : total);
    }

    /** The default of risks runs in any tier. */
    private static long eligible(Play play, PlayBook plays, Map<String, Long> accounts) {
        Set<String> tiers = play.equals(plays.riskDefault()) ? Set.of() : play.tiers();
        return accounts.entrySet().stream()
                .filter(tier -> tiers.isEmpty() || tiers.contains(tier.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Of a play; a play that is not known any more begins nothing. */
    public int of(String play) {
        return byPlay.getOrDefault(play, 0);
    }
}
