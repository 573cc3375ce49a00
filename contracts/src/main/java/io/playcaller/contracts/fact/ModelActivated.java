package io.playcaller.contracts.fact;

/**
 * From here on scores are made by this model; broadcast by health-service. A grade that changes only for this reason opens
 * nothing.
 *
 * @param contentHash SHA-256 of the scorecard files, hex
 * @param version the name that people use
 */
public record ModelActivated(String contentHash, String version) {}
