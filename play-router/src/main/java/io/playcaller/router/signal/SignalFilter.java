package io.playcaller.router.signal;

import org.jspecify.annotations.Nullable;

/**
 * Which open signals; all that is not null must hold.
 *
 * @param became what became of them
 * @param account id
 * @param reason code
 * @param waitsOn name of what silences them, or the play whose brake holds them
 */
public record SignalFilter(
        SignalStatus became,
        @Nullable String account,
        @Nullable String reason,
        @Nullable String waitsOn) {}
