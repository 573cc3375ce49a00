package io.playcaller.outbox.relay;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The shards that this process relays now. Changed on the ownership thread; a relay that stops by itself only leaves. */
final class OwnedShards {

    private final Map<Integer, ShardRelay> relays = new ConcurrentHashMap<>();
    private final ShardRelay.Means means;

    OwnedShards(ShardRelay.Means means) {
        this.means = means;
    }

    /** Starts what is new in {@code held} and stops what is not in it. */
    void become(Collection<Lease> held) {
        Set<Lease> wanted = new HashSet<>(held);
        for (ShardRelay relay : relays.values()) {
            if (!wanted.contains(relay.lease())) {
                stop(relay);
            }
        }
        held.forEach(this::start);
    }

    /** Also opens its producer, so that the first record does not wait for that. */
    void start(Lease lease) {
        ShardRelay running = relays.get(lease.shard());
        if (running != null && running.lease().equals(lease)) {
            return;
        }
        if (running != null) {
            stop(running);
        }
        ShardRelay relay = new ShardRelay(lease, means, this::left);
        relays.put(lease.shard(), relay);
        relay.poke();
    }

    void stop(int shard) {
        ShardRelay relay = relays.get(shard);
        if (relay != null) {
            stop(relay);
        }
    }

    void poke(int shard) {
        ShardRelay relay = relays.get(shard);
        if (relay != null) {
            relay.poke();
        }
    }

    Set<Integer> shards() {
        return Set.copyOf(relays.keySet());
    }

    private void stop(ShardRelay relay) {
        left(relay);
        relay.stop();
    }

    private void left(ShardRelay relay) {
        relays.remove(relay.lease().shard(), relay);
    }
}
