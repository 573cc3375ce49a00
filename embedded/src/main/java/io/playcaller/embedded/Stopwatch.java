package io.playcaller.embedded;

import java.time.Duration;

/** Time since it was created. */
final class Stopwatch {

    private final long startedNanos = System.nanoTime();

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }
}
