package io.playcaller.ingest.log.out;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.CompressionType;
import org.apache.kafka.common.record.RecordBatch;
import org.apache.kafka.common.utils.ByteBufferOutputStream;

/** What compresses records may be a library of the platform, which Kafka's producer loads with its first record. */
final class LogCompression {

    private static final int BYTES = 512;

    private LogCompression() {}

    /** @throws IllegalStateException when it cannot be loaded: better no start than a door that stores nothing */
    static void require(String type) {
        ByteBufferOutputStream compressed = new ByteBufferOutputStream(BYTES);
        try (OutputStream out = Compression.of(CompressionType.forName(type))
                .build()
                .wrapForOutput(compressed, RecordBatch.CURRENT_MAGIC_VALUE)) {
            out.write(new byte[BYTES]);
        } catch (IOException | RuntimeException | Error e) {
            throw new IllegalStateException(
                    "kafka.compression.type: %s cannot be used here; lz4 can be everywhere".formatted(type), e);
        }
    }
}
