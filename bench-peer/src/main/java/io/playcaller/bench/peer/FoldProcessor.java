package io.playcaller.bench.peer;

import io.playcaller.health.engine.HealthEngine;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Gives each partition that Kafka Streams assigns its fold. */
final class FoldProcessor implements Processor<byte[], byte[], String, byte[]> {

    private final HealthEngine engine;
    private @Nullable Fold fold;

    FoldProcessor(HealthEngine engine) {
        this.engine = engine;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        fold = new Fold(engine, context);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Objects.requireNonNull(fold, "a partition is given its fold first").take(record);
    }
}
