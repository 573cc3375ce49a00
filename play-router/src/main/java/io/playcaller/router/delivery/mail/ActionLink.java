package io.playcaller.router.delivery.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * That a person may do something to a task by following a link.
 *
 * @param staffId of the person; whoever has the link acts as them
 * @param expires from then on it does nothing
 */
public record ActionLink(UUID taskId, Act act, String staffId, Instant expires) {

    /** How long a link works. */
    public static final Duration LASTS = Duration.ofDays(7);

    /** What a link does. */
    public enum Act {
        ACKNOWLEDGE("acknowledge", "Acknowledge"),
        COMPLETE("complete", "Complete"),
        SNOOZE("snooze", "Snooze");

        private final String wire;
        private final String words;

        Act(String wire, String words) {
            this.wire = wire;
            this.words = words;
        }

        public String wire() {
            return wire;
        }

        /** On buttons. */
        public String words() {
            return words;
        }

        static Optional<Act> ofWire(String wire) {
            return Arrays.stream(values()).filter(act -> act.wire.equals(wire)).findFirst();
        }
    }

    public boolean isExpired(Instant now) {
        return !now.isBefore(expires);
    }
}
