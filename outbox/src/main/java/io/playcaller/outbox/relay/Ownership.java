package io.playcaller.outbox.relay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Decides which shards this process relays. Called on one thread. */
public sealed interface Ownership {

    /** What this process holds now, after it did what is needed to keep, give and take. */
    List<Lease> review();

    /** Says that this process goes. */
    void leave();

    /** The owner of something else, such as a partition, takes and releases; nothing is taken by itself. */
    record Explicit(Leases leases, String owner) implements Ownership {

        @Override
        public List<Lease> review() {
            return leases.held(owner);
        }

        @Override
        public void leave() {
            leases.giveBack(leases.held(owner));
        }
    }

    /** The replicas share the shards evenly: who holds more than its part gives back, who holds less takes what is free. */
    record Shared(Leases leases, RelaySettings settings) implements Ownership {

        @Override
        public List<Lease> review() {
            int known = leases.prepare(settings.shards());
            int alive = leases.beat(settings.owner(), settings.leaseTtl());
            int fair = (known + alive - 1) / alive;
            List<Lease> held = new ArrayList<>(leases.renew(settings.owner(), settings.leaseTtl()));
            if (held.size() > fair) {
                held.sort(Comparator.comparingInt(Lease::shard));
                List<Lease> surplus = held.subList(fair, held.size());
                leases.giveBack(surplus);
                surplus.clear();
            } else if (held.size() < fair) {
                held.addAll(leases.claim(settings.owner(), settings.leaseTtl(), fair - held.size()));
            }
            return held;
        }

        @Override
        public void leave() {
            leases.giveBack(leases.held(settings.owner()));
            leases.leave(settings.owner());
        }
    }
}
