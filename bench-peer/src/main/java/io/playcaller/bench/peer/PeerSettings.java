package io.playcaller.bench.peer;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;

/**
 * How the peer runs.
 *
 * @param broker address of Kafka
 * @param directory where RocksDB keeps the states
 * @param prefix of the topics that it writes; it reads the log of the service itself
 * @param commitEvery how often it commits; each commit is a transaction over states, offsets and output
 */
record PeerSettings(String broker, Path directory, String prefix, Duration commitEvery) {

    /** Of its consumer group, its changelogs and its transactions. */
    static final String APPLICATION = "health-peer";

    /** The default of health-service. */
    static final Duration DEDUP_WINDOW = Duration.ofMinutes(15);

    private static final int ARGUMENTS = 4;

    /** @throws IllegalArgumentException when it is not the four of {@link Peer#main} */
    static PeerSettings of(String... arguments) {
        if (arguments.length != ARGUMENTS) {
            throw new IllegalArgumentException("expected BROKER DIRECTORY PREFIX COMMIT-MILLISECONDS");
        }
        return new PeerSettings(
                arguments[0], Path.of(arguments[1]), arguments[2], Duration.ofMillis(Long.parseLong(arguments[3])));
    }

    /** What is not said here is the default of Kafka Streams, its caches and those of RocksDB among them. */
    Properties streams() {
        Properties streams = new Properties();
        streams.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
        streams.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, broker);
        streams.put(StreamsConfig.STATE_DIR_CONFIG, directory.resolve("states").toString());
        streams.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        streams.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, commitEvery.toMillis());
        streams.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
        streams.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, 1);
        return streams;
    }
}
