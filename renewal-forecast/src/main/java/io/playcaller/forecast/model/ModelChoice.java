package io.playcaller.forecast.model;

import java.time.Instant;

/**
 * That a version is in force.
 *
 * @param author who chose it; the service itself where it beat the one before
 */
public record ModelChoice(String version, Instant since, String author, String reason) {

    /** The version of the prior in the store, whatever base rates are configured. */
    public static final String PRIOR = "prior";
}
