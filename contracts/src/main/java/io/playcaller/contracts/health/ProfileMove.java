package io.playcaller.contracts.health;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One aspect of a profile that changed.
 *
 * @param from null where nothing was known before
 * @param since when it took effect, by the facts as they are known now
 * @param sentence why, for people
 */
public record ProfileMove(
        ProfileAspect aspect, @Nullable String from, String to, Instant since, ProfileRule rule, String sentence) {}
