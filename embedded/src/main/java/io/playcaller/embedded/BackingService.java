package io.playcaller.embedded;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/** A running backing service. Closing stops it and waits for its end; closing twice is harmless. */
public interface BackingService extends AutoCloseable {

    /** The name shown to people, such as {@code Kafka}. */
    String name();

    /** Where it listens, as {@code host:port}; the host is always loopback. */
    String address();

    /** How long the start took, from the call to the first answer of the service. */
    Duration startTook();

    /** The process that serves it; 0 when it shares this JVM, or runs no more. */
    long pid();

    /**
     * Completes when it runs no more, whoever ended it, with its exit code where that is known: of a process that a signal
     * ended that is 128 and the signal's number. May be some seconds late.
     */
    CompletableFuture<OptionalInt> ended();

    @Override
    void close();
}
