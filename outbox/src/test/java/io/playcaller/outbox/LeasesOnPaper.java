package io.playcaller.outbox;

import io.playcaller.outbox.relay.Lease;
import io.playcaller.outbox.relay.Leases;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Leases without a database, in which no time passes: a shard without an owner is free. */
final class LeasesOnPaper implements Leases {

    static final String NOBODY = "";

    private final Map<Integer, Lease> leases = new TreeMap<>();
    private final Set<String> replicas = new TreeSet<>();

    @Override
    public int prepare(int shards) {
        IntStream.range(0, shards).forEach(shard -> leases.putIfAbsent(shard, new Lease(shard, NOBODY, 0)));
        return leases.size();
    }

    @Override
    public int beat(String owner, Duration ttl) {
        replicas.add(owner);
        return replicas.size();
    }

    @Override
    public List<Lease> renew(String owner, Duration ttl) {
        return held(owner);
    }

    @Override
    public List<Lease> claim(String owner, Duration ttl, int atMost) {
        return handOver(
                owner, free().sorted(Comparator.comparingInt(Lease::shard).reversed()), atMost);
    }

    @Override
    public List<Lease> share(String owner, Duration ttl, int below, int fair, int atMost) {
        Stream<Lease> beyond = leases.values().stream()
                .filter(lease -> !lease.owner().equals(NOBODY))
                .filter(lease -> held(lease.owner()).stream()
                                .filter(other -> other.shard() < lease.shard())
                                .count()
                        >= fair);
        return handOver(owner, Stream.concat(free(), beyond).filter(lease -> lease.shard() < below), atMost);
    }

    private Stream<Lease> free() {
        return leases.values().stream().filter(lease -> lease.owner().equals(NOBODY));
    }

    private List<Lease> handOver(String owner, Stream<Lease> from, int atMost) {
        List<Lease> taken = from.limit(atMost)
                .map(lease -> new Lease(lease.shard(), owner, lease.epoch() + 1))
                .toList();
        taken.forEach(lease -> leases.put(lease.shard(), lease));
        return taken;
    }

    @Override
    public boolean take(Lease lease) {
        leases.put(lease.shard(), lease);
        return true;
    }

    @Override
    public List<Lease> held(String owner) {
        return leases.values().stream()
                .filter(lease -> lease.owner().equals(owner))
                .toList();
    }

    @Override
    public void giveBack(Collection<Lease> given) {
        given.stream()
                .filter(lease -> lease.equals(leases.get(lease.shard())))
                .forEach(lease -> leases.put(lease.shard(), new Lease(lease.shard(), NOBODY, lease.epoch())));
    }

    @Override
    public void leave(String owner) {
        replicas.remove(owner);
    }

    /** By shard, who has it. */
    List<String> owners() {
        return leases.values().stream().map(Lease::owner).toList();
    }
}
