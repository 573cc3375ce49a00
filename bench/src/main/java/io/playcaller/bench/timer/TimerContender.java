package io.playcaller.bench.timer;

import java.io.IOException;

/** A process that fires timers of PostgreSQL. */
interface TimerContender extends AutoCloseable {

    long pid();

    /** @throws IOException when its process ended */
    void requireAlive() throws IOException;

    /** Whether it has begun to look for what is due. */
    boolean ready() throws IOException;

    @Override
    void close();
}
