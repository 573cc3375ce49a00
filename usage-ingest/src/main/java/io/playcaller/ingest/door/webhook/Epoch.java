package io.playcaller.ingest.door.webhook;

import java.time.DateTimeException;
import java.time.Instant;

/** The unit of a time that is counted from 1970 on. */
public enum Epoch {
    SECONDS {
        @Override
        Instant instant(long count) {
            return Instant.ofEpochSecond(count);
        }
    },
    MILLISECONDS {
        @Override
        Instant instant(long count) {
            return Instant.ofEpochMilli(count);
        }
    };

    abstract Instant instant(long count);

    /** In ISO 8601; what is no number stays as it is, for whoever reads it to refuse. */
    public String iso(String count) {
        try {
            return instant(Long.parseLong(count)).toString();
        } catch (NumberFormatException | DateTimeException e) {
            return count;
        }
    }
}
