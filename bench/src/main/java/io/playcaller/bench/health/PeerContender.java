package io.playcaller.bench.health;

import io.playcaller.contracts.Topic;
import io.playcaller.embedded.JavaProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The peer's program; its consumer group says how far it is, since it commits states, offsets and output as one. */
final class PeerContender implements Contender {

    static final String NAME = "Kafka Streams";

    /** Before the topics that it writes. */
    static final String PREFIX = "peer-";

    private static final String GROUP = "health-peer";
    private static final String ACCOUNTS = "accounts";

    private final JavaProcess process;
    private final Offsets offsets;
    private final Path directory;

    private PeerContender(JavaProcess process, Offsets offsets, Path directory) {
        this.process = process;
        this.offsets = offsets;
        this.directory = directory;
    }

    static PeerContender start(
            Path program, Path directory, String broker, Offsets offsets, Duration commitEvery, int heapMegabytes)
            throws IOException, InterruptedException {
        offsets.createLike(Topic.HEALTH_CHANGES.name(""), Topic.HEALTH_CHANGES.name(PREFIX));
        offsets.createLike(Topic.PROFILE_CHANGES.name(""), Topic.PROFILE_CHANGES.name(PREFIX));
        offsets.createLike(Topic.SIGNALS.name(""), Topic.SIGNALS.name(PREFIX));
        List<String> command = List.of(
                "-jar",
                program.toString(),
                broker,
                directory.toString(),
                PREFIX,
                Long.toString(commitEvery.toMillis()));
        return new PeerContender(
                new JavaProcess("kafka-streams", directory, heapMegabytes, command), offsets, directory);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public void requireAlive() throws IOException {
        process.requireAlive();
    }

    @Override
    public long folded() throws IOException, InterruptedException {
        return offsets.committed(GROUP, Topic.CUSTOMER_EVENTS.name(""));
    }

    /** An offset is committed with the output of its records. */
    @Override
    public boolean allSaid() {
        return true;
    }

    /** How many accounts it kept; to be asked when it is closed. */
    long accounts() throws IOException {
        return Long.parseLong(Files.readString(directory.resolve(ACCOUNTS)).strip());
    }

    @Override
    public void close() {
        process.close();
    }
}
