package io.playcaller.health.fold;

import io.playcaller.contracts.Ids;
import java.util.UUID;

/** What the claim of a partition says of the model: its checkpoint knows at once, the log when the record comes back. */
public final class ClaimedModel {

    /** Of ids that are derived. */
    private static final int DERIVED = 5;

    private ClaimedModel() {}

    /**
     * The id of the record. The offset in it lets a return to an earlier model be told apart.
     *
     * @param nextOffset where the checkpoint stood
     */
    public static UUID id(String modelHash, int partition, long nextOffset) {
        return Ids.derived("model-activated", modelHash, partition, nextOffset);
    }

    /** Whether a claim may have made the id; people's activations have others. */
    public static boolean maybe(UUID id) {
        return id.version() == DERIVED;
    }
}
