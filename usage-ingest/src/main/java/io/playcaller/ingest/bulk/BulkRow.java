package io.playcaller.ingest.bulk;

import io.playcaller.ingest.event.RawItem;
import io.playcaller.ingest.refusal.Step;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One row of an upload.
 *
 * @param line of the body on which it begins, from 1
 * @param id of its record; null when it could not be read
 * @param raw the row for a dead letter
 */
public record BulkRow(long line, @Nullable String id, Supplier<RawItem> raw, Step<Wanted> wanted) {

    /** The same wanting something else. */
    public BulkRow wanting(Step<Wanted> other) {
        return new BulkRow(line, id, raw, other);
    }
}
