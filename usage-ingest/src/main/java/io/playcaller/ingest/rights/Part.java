package io.playcaller.ingest.rights;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of what is held about a person.
 *
 * @param next where to go on; null at the end
 */
public record Part(List<Holding> items, @Nullable After next) {

    public Part {
        items = List.copyOf(items);
    }

    /**
     * What comes after something.
     *
     * @param rank of its place in the order in which places are listed; {@link #LOG} is the last
     * @param id of it in its place
     */
    public record After(int rank, String id) {

        /** The rank of the log, after all tables. */
        public static final int LOG = 100;

        public static final After NOTHING = new After(0, "");
        public static final After TABLES = new After(LOG, "");

        /** Where a reading of the log ended. */
        public static After of(LogPosition position) {
            return new After(LOG, position.text());
        }

        /** @throws IllegalArgumentException for what is none */
        public static After of(String rank, String id) {
            After after = new After(Integer.parseInt(rank), id);
            after.position();
            return after;
        }

        public boolean inLog() {
            return rank >= LOG;
        }

        /** Null where the log is read from its beginning. */
        public @Nullable LogPosition position() {
            return inLog() && !id.isEmpty() ? LogPosition.of(id) : null;
        }
    }
}
