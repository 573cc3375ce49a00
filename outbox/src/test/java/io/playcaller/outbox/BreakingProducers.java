package io.playcaller.outbox;

import io.playcaller.outbox.relay.FencedException;
import io.playcaller.outbox.relay.OutboxRow;
import io.playcaller.outbox.relay.ShardProducer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.KafkaException;

/** Producers of which the first fails when it sends, and again when it is closed for that. */
final class BreakingProducers implements ShardProducer.Factory {

    private final ShardProducer.Factory real;
    private final boolean fenced;
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger closings = new AtomicInteger();

    /** @param fenced whether the first is refused by the broker instead of failing */
    BreakingProducers(ShardProducer.Factory real, boolean fenced) {
        this.real = real;
        this.fenced = fenced;
    }

    /** How often a producer failed to close. */
    int closings() {
        return closings.get();
    }

    @Override
    public ShardProducer open(int shard) {
        ShardProducer open = real.open(shard);
        return opened.getAndIncrement() == 0 ? breaking(open) : open;
    }

    private ShardProducer breaking(ShardProducer open) {
        return new ShardProducer() {
            @Override
            public void send(List<OutboxRow> rows) {
                KafkaException broken = new KafkaException("broken");
                throw fenced ? new FencedException("fenced", broken) : broken;
            }

            @Override
            public void close() {
                open.close();
                closings.incrementAndGet();
                throw new KafkaException("cannot be closed");
            }
        };
    }
}
