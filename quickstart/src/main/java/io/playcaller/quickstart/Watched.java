package io.playcaller.quickstart;

import java.time.Duration;

/** A part that runs until it dies, and can be started again. */
interface Watched {

    /** As {@code status} shows it. */
    String name();

    /** Waits until it runs no more. */
    End awaitEnd() throws InterruptedException;

    /**
     * Puts away what is left of it, starts it, and returns when it is ready.
     *
     * @throws RuntimeException if it is not; the message says why
     */
    void startAgain() throws InterruptedException;

    /**
     * How it ended.
     *
     * @param run how long it ran
     * @param obituary for people
     */
    record End(Duration run, String obituary) {}
}
