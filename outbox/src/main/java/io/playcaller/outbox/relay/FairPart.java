package io.playcaller.outbox.relay;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one of the replicas that live is to hold at most, so that each shard has somebody. A shard beyond those in use is one of a time
 * when there were more: hardly anything waits in it, so that who has many of these has little to send.
 *
 * @param shards to which records are appended, from 0 on
 * @param inUse how many of these
 * @param all how many in all
 */
record FairPart(int shards, int inUse, int all) {

    /**
     * A part, rounded up.
     *
     * @param known shards in all, {@code shards} at least
     * @param alive replicas, 1 at least
     */
    static FairPart of(int shards, int known, int alive) {
        return new FairPart(shards, (shards + alive - 1) / alive, (known + alive - 1) / alive);
    }

    /** What is to be given back of {@code held}: first what is in use beyond the part of that, then the highest. */
    List<Lease> surplus(Collection<Lease> held) {
        List<Lease> sorted =
                held.stream().sorted(Comparator.comparingInt(Lease::shard)).toList();
        int used = inUseOf(held);
        int keep = Math.min(used, inUse);
        List<Lease> dearestFirst = Stream.of(
                        sorted.subList(0, keep), sorted.subList(used, sorted.size()), sorted.subList(keep, used))
                .flatMap(List::stream)
                .toList();
        return dearestFirst.subList(Math.min(all, dearestFirst.size()), dearestFirst.size());
    }

    /** How many that are in use are missing. */
    int missingInUse(Collection<Lease> held) {
        return inUse - inUseOf(held);
    }

    /** How many are missing, whichever. */
    int missing(Collection<Lease> held) {
        return all - held.size();
    }

    private int inUseOf(Collection<Lease> held) {
        return Math.toIntExact(
                held.stream().filter(lease -> lease.shard() < shards).count());
    }
}
