package io.playcaller.health.rebuild;

import io.playcaller.contracts.fact.ModelActivated;
import io.playcaller.health.fold.ClaimedModel;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * From where on a partition was folded by a model that its claim had said: not from its record, which came back through the log
 * later, but from the offset at which the checkpoint stood. The id of the record is derived from that offset, and so tells it.
 */
public final class ClaimedModels {

    /** How far before a record it is looked for; beyond, a claim's word is heard only when the log brings it. */
    static final long LOOKED_BACK = 1_000_000;

    /** An activation as it stands in the log. */
    public record Said(long offset, UUID id, ModelActivated model) {}

    private ClaimedModels() {}

    /** Models by the offset before which they are to be believed. */
    public static SortedMap<Long, ModelActivated> of(int partition, long begin, List<Said> all) {
        SortedMap<Long, ModelActivated> claimed = new TreeMap<>();
        for (Said said : all) {
            if (ClaimedModel.maybe(said.id())) {
                claimedAt(partition, begin, said).ifPresent(offset -> claimed.put(offset, said.model()));
            }
        }
        return claimed;
    }

    private static OptionalLong claimedAt(int partition, long begin, Said said) {
        long last = Math.max(begin, said.offset() - LOOKED_BACK);
        String hash = said.model().contentHash();
        for (long offset = said.offset(); offset >= last; offset--) {
            if (ClaimedModel.id(hash, partition, offset).equals(said.id())) {
                return OptionalLong.of(offset);
            }
        }
        return OptionalLong.empty();
    }
}
