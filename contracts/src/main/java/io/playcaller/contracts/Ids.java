package io.playcaller.contracts;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/**
 * Ids: time-ordered UUIDv7 for entities, and derived UUIDv5 for signals, tasks and deliveries, so that a replay of the
 * same input makes the same ids.
 */
public final class Ids {

    /** Name space of everything derived; never change it. */
    private static final UUID NAMESPACE = UUID.fromString("5f0c1d3e-6a8b-5c47-9d2f-70c1ca11e400");

    private static final char SEPARATOR = '\u001f';

    private Ids() {}

    /** A new UUIDv7. */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    /** The UUIDv5 of {@code kind} and {@code parts}: equal input, equal id. */
    public static UUID derived(String kind, Object... parts) {
        StringBuilder name = new StringBuilder(kind);
        for (Object part : parts) {
            name.append(SEPARATOR).append(part);
        }
        return UuidCreator.getNameBasedSha1(NAMESPACE, name.toString());
    }
}
