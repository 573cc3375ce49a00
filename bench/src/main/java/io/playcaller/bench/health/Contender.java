package io.playcaller.bench.health;

import java.io.IOException;

/** A process that folds the log. */
interface Contender extends AutoCloseable {

    String name();

    long pid();

    /** @throws IOException when its process ended */
    void requireAlive() throws IOException;

    /** How many records of the log are folded and committed, over all partitions. */
    long folded() throws IOException, InterruptedException;

    /** Whether what came of the folded records is on Kafka. */
    boolean allSaid() throws IOException;

    @Override
    void close() throws IOException;
}
