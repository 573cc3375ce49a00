package io.playcaller.ingest.catalogue;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Events of one name that were taken on one day.
 *
 * @param events how many
 * @param meaningful how many of them are use
 * @param excluded how many are not the customer's
 * @param firstSeen receipt of the first
 * @param lastSeen receipt of the last
 */
public record EventCount(Key key, long events, long meaningful, long excluded, Instant firstSeen, Instant lastSeen) {

    /**
     * What is counted together.
     *
     * @param name as it was sent; {@value #OTHERS} for what is beyond the bound
     * @param day of receipt, in UTC
     */
    public record Key(String source, String name, LocalDate day) {

        /** No sender can send that name. */
        public static final String OTHERS = "";

        public Key amongOthers() {
            return new Key(source, OTHERS, day);
        }
    }

    /** Both together, under the key of this one. */
    public EventCount plus(EventCount more) {
        return new EventCount(
                key,
                events + more.events,
                meaningful + more.meaningful,
                excluded + more.excluded,
                firstSeen.isBefore(more.firstSeen) ? firstSeen : more.firstSeen,
                lastSeen.isAfter(more.lastSeen) ? lastSeen : more.lastSeen);
    }

    /** The same under another key. */
    public EventCount under(Key other) {
        return new EventCount(other, events, meaningful, excluded, firstSeen, lastSeen);
    }
}
