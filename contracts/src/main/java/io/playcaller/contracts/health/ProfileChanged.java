package io.playcaller.contracts.health;

import java.time.Instant;
import java.util.List;

/**
 * An account belongs to another segment, tier or stage. Readers need not add these up: each carries the whole profile.
 *
 * @param at event time of the fact that changed it, or the log's time
 * @param knownAt log time at which it was known
 * @param moves what changed, at least one: segment before tier before stage
 * @param profile after it
 */
public record ProfileChanged(
        String accountId, Instant at, Instant knownAt, List<ProfileMove> moves, Profile profile, String modelVersion) {

    public ProfileChanged {
        moves = List.copyOf(moves);
    }

    /** The same change, found out at another time. */
    public ProfileChanged foundOut(Instant known) {
        return new ProfileChanged(accountId, at, known, moves, profile, modelVersion);
    }
}
