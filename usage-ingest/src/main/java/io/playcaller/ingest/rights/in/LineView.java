package io.playcaller.ingest.rights.in;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.playcaller.ingest.rights.Line;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A place of a receipt, as it is shown.
 *
 * @param did {@code deleted}, {@code emptied}, {@code tombstoned}, {@code expires}, {@code pseudonymous}, {@code nothing} or
 *     {@code by-hand}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LineView(
        String place,
        String did,
        @Nullable Long count,
        @Nullable Instant until,
        String note) {

    static LineView of(Line line) {
        return new LineView(line.place(), line.did().word(), line.count(), line.until(), line.note());
    }
}
