package io.playcaller.health.engine.profile;

import io.playcaller.contracts.health.Profile;
import org.jspecify.annotations.Nullable;

/**
 * Where an account was last placed, with or without a score; times in milliseconds.
 *
 * @param waitsFor key of the milestone that its stage waits for next; null where none is waited for
 * @param waitsSince {@link #NEVER} without one
 * @param targetAt when its stage has taken as long as it should; {@link #NEVER} where it takes as long as it takes
 * @param stallsAt when that is called a stall; {@link #NEVER} where it never is
 */
public record Placed(Profile profile, @Nullable String waitsFor, long waitsSince, long targetAt, long stallsAt) {

    public static final long NEVER = Long.MAX_VALUE;
}
