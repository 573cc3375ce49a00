package io.playcaller.lab.simulate;

import io.playcaller.contracts.Envelope;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** The identities of the last minutes of the log's time: what comes again within them is the same fact. Mutable. */
final class Seen {

    private static final Duration WINDOW = Duration.ofMinutes(15);

    private Set<String> before = new HashSet<>();
    private Set<String> now = new HashSet<>();
    private Instant began = Instant.MIN;

    /** Between one window and two are kept. */
    void tick(Instant at) {
        if (began.equals(Instant.MIN) || at.isAfter(began.plus(WINDOW))) {
            before = now;
            now = new HashSet<>();
            began = at;
        }
    }

    boolean first(Envelope envelope) {
        String identity = envelope.source() + '\n' + envelope.id();
        return !before.contains(identity) && now.add(identity);
    }
}
