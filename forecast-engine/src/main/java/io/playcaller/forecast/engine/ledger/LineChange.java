package io.playcaller.forecast.engine.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A change of a contract's ARR before it is posted to lines.
 *
 * @param lineId null where it concerns the contract as a whole
 * @param seats change of seats; null where nobody said
 */
record LineChange(
        @Nullable String lineId,
        LocalDate on,
        long minor,
        Cause cause,
        @Nullable Integer seats) {

    static LineChange of(String lineId, LocalDate on, long minor, Cause cause) {
        return new LineChange(lineId, on, minor, cause, null);
    }
}
