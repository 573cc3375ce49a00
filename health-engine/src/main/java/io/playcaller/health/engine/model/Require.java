package io.playcaller.health.engine.model;

import java.time.Duration;

/** Refusals that name the key at fault, so that whoever reads a file can say where it stands. */
final class Require {

    private Require() {}

    static void that(boolean holds, String key, String problem) {
        if (!holds) {
            throw new IllegalArgumentException(key + ": " + problem);
        }
    }

    static void text(String key, String value) {
        that(!value.isBlank(), key, "must not be empty");
    }

    static void range(String key, long value, long min, long max) {
        that(value >= min && value <= max, key, "must be " + min + " to " + max + ", is " + value);
    }

    static void notNegative(String key, Duration value) {
        that(!value.isNegative(), key, "must not be negative, is " + value);
    }
}
