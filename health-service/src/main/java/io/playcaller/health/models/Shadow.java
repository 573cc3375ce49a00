package io.playcaller.health.models;

import java.time.Instant;

/**
 * The model that is in shadow: it scores the accounts that move, beside the one in force, and nobody is told.
 *
 * @param author the staff id of who put it there
 * @param reason why
 */
public record Shadow(String hash, String version, Instant since, String author, String reason) {}
