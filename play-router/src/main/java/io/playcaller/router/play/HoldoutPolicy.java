package io.playcaller.router.play;

import io.playcaller.contracts.Ids;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts a play leaves alone, so that it can be told what it does. A draw is a function of play, account and salt: an
 * account stays in its arm, and who is held out at a share is so at a larger one.
 *
 * @param salt another one draws anew
 * @param percentByTier of the accounts; a tier that is not here holds out none
 * @param percentByPlay of the accounts of every tier, for plays that state it themselves
 * @param never keys of plays that hold nobody out
 */
public record HoldoutPolicy(
        String salt, Map<String, Integer> percentByTier, Map<String, Integer> percentByPlay, Set<String> never) {

    /** Nobody is held out. */
    public static final HoldoutPolicy NONE = new HoldoutPolicy("", Map.of(), Map.of(), Set.of());

    private static final int ALL = 100;

    /** The last 48 bits of a derived id; its version and its variant stand elsewhere. */
    private static final long RANDOM_BITS = (1L << 48) - 1;

    public HoldoutPolicy {
        percentByTier = Map.copyOf(percentByTier);
        percentByPlay = Map.copyOf(percentByPlay);
        never = Set.copyOf(never);
    }

    /** How many of a hundred accounts of a tier are held out of a play. */
    public int percentOf(String play, @Nullable String tier) {
        if (never.contains(play)) {
            return 0;
        }
        return percentByPlay.getOrDefault(play, tier == null ? 0 : percentByTier.getOrDefault(tier, 0));
    }

    /** Whether the draw of an account holds it out of a play. */
    public boolean holdsOut(String play, String accountId, @Nullable String tier) {
        long drawn = Ids.derived("holdout", play, accountId, salt).getLeastSignificantBits() & RANDOM_BITS;
        return drawn % ALL < percentOf(play, tier);
    }
}
