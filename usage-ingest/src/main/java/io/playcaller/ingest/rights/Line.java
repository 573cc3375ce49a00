package io.playcaller.ingest.rights;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A place in a receipt.
 *
 * @param count how many of them; null where nothing was counted
 * @param until when it is gone at the latest; null where nothing is left, or nothing bounds it
 * @param note what is meant, and what to do; nothing of it is personal
 */
public record Line(
        String place,
        Did did,
        @Nullable Long count,
        @Nullable Instant until,
        String note) {

    static Line counted(String place, Did did, long count, String note) {
        return new Line(place, did, count, null, note);
    }

    static Line said(String place, Did did, String note) {
        return new Line(place, did, null, null, note);
    }
}
