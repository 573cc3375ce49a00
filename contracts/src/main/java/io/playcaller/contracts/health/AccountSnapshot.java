package io.playcaller.contracts.health;

import io.playcaller.contracts.register.Owner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The account as it was when the signal was made, with the versions of what it was made from.
 */
public record AccountSnapshot(
        String name,
        @Nullable String zone,
        Profile profile,
        List<Owner> owners,
        long accountVersion,
        long ownersVersion) {}
