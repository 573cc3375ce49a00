package io.playcaller.ingest.door.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.ingest.event.Receipt;
import io.playcaller.ingest.refusal.in.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a door.
 *
 * @param accepted items that are stored
 * @param duplicates items that had been stored before
 * @param refused items that cannot be used, each with why; they are kept in the dead letters
 */
public record DoorAnswer(int accepted, int duplicates, List<RefusedItem> refused) {

    /** One refused item. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RefusedItem(int index, @Nullable String id, Problem problem) {}

    static DoorAnswer of(Receipt receipt) {
        return new DoorAnswer(
                receipt.accepted(),
                receipt.duplicates(),
                receipt.refused().stream()
                        .map(item -> new RefusedItem(item.index(), item.id(), Problems.of(item.refusal())))
                        .toList());
    }
}
