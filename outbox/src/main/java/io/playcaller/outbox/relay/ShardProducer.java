package io.playcaller.outbox.relay;

import java.util.List;

/** Sends one shard to Kafka. Not used again after it threw. */
public interface ShardProducer extends AutoCloseable {

    /**
     * Sends all or nothing, in order, and returns when it is committed.
     *
     * @throws FencedException when another relay of the shard was opened since; nothing was committed
     * @throws RuntimeException of anything else; whether it was committed is then unknown
     */
    void send(List<OutboxRow> rows);

    @Override
    void close();

    /** Opens the producer of a shard. */
    @FunctionalInterface
    interface Factory {

        /** Returns when every producer of this shard that was opened before is fenced. */
        ShardProducer open(int shard);
    }
}
