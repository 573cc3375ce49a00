package io.playcaller.router.staff;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The accounts that a person, or a pool together, serves, against the bands of their tiers.
 *
 * @param key stable: {@code person/} and a staff id, {@code pool/} and a tier, or {@code nobody/} and a tier
 * @param staffId whose book it is; null for that of a pool, and for accounts that nobody has
 * @param accounts by tier
 * @param people who share it; 0 where nobody does
 * @param percent how full: the sum over its tiers of accounts as part of what their bands allow at most
 */
public record Book(
        String key, @Nullable String staffId, Map<String, Integer> accounts, int people, int percent, Fill fill) {

    /** Where it stands. */
    public enum Fill {
        /** It holds less than its bands ask for. */
        BELOW,
        WITHIN,
        /** The band's upper end is near. */
        NEAR,
        ABOVE,
        /** Accounts that ought to have an owner, or a pool without anybody. */
        UNSERVED
    }

    private static final int PERCENT = 100;

    /** Parts are summed as parts of this. */
    private static final long WHOLE = 1_000_000;

    public Book {
        accounts = Map.copyOf(accounts);
    }

    static Book of(String key, @Nullable String staffId, Map<String, Integer> accounts, int people, Coverage coverage) {
        if (people == 0) {
            return new Book(key, staffId, accounts, 0, 0, Fill.UNSERVED);
        }
        long most = 0;
        long least = 0;
        for (Map.Entry<String, Integer> part : new TreeMap<>(accounts).entrySet()) {
            TierCoverage tier = coverage.tiers().get(part.getKey());
            if (tier != null) {
                most += part.getValue() * WHOLE / ((long) tier.atMost() * people);
                least += part.getValue() * WHOLE / Math.max(1, (long) tier.atLeast() * people);
            }
        }
        int percent = (int) (most * PERCENT / WHOLE);
        return new Book(key, staffId, accounts, people, percent, fill(most, least, coverage.watch()));
    }

    private static Fill fill(long most, long least, Coverage.Watch watch) {
        if (most > WHOLE) {
            return Fill.ABOVE;
        }
        if (most * PERCENT >= WHOLE * watch.warnPercent()) {
            return Fill.NEAR;
        }
        return least < WHOLE ? Fill.BELOW : Fill.WITHIN;
    }

    /** Whether it is too full, or nobody's. */
    public boolean isTooMuch() {
        return fill == Fill.ABOVE || fill == Fill.UNSERVED;
    }
}
