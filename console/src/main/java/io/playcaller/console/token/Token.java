package io.playcaller.console.token;

import java.time.Instant;

/** A signed token and when it ends. */
public record Token(String token, Instant expiresAt) {}
