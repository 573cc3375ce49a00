package io.playcaller.embedded;

import java.time.Duration;

/** A running backing service. Closing stops it and waits for its end; closing twice is harmless. */
public interface BackingService extends AutoCloseable {

    /** The name shown to people, such as {@code Kafka}. */
    String name();

    /** Where it listens, as {@code host:port}; the host is always loopback. */
    String address();

    /** How long the start took, from the call to the first answer of the service. */
    Duration startTook();

    @Override
    void close();
}
