package io.playcaller.health.engine.model;

import java.util.Objects;

/**
 * Everything that decides how facts become a score and a score becomes a signal. Immutable; its
 * {@link ModelVersion#contentHash() content hash} names it in the log.
 */
public record HealthModel(
        ModelVersion id, Scoring scoring, SignalRules signals, ProfileRules profile, UsageRules usage) {

    public HealthModel {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(scoring, "scoring");
        Objects.requireNonNull(signals, "signals");
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(usage, "usage");
    }

    public String contentHash() {
        return id.contentHash();
    }

    public String version() {
        return id.name();
    }
}
