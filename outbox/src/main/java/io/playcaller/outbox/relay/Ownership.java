package io.playcaller.outbox.relay;

import java.util.ArrayList;
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

    /**
     * The replicas share the shards evenly: who holds more than its part gives back, who holds less takes what is free. Those to which
     * records are appended are shared by themselves, too: where others hold more of them than their part, they are taken over.
     */
    record Shared(Leases leases, RelaySettings settings) implements Ownership {

        @Override
        public List<Lease> review() {
            int known = leases.prepare(settings.shards());
            int alive = leases.beat(settings.owner(), settings.leaseTtl());
            FairPart part = FairPart.of(settings.shards(), known, alive);
            List<Lease> held = new ArrayList<>(leases.renew(settings.owner(), settings.leaseTtl()));
            List<Lease> surplus = part.surplus(held);
            leases.giveBack(surplus);
            held.removeAll(surplus);
            int inUse = part.missingInUse(held);
            if (inUse > 0) {
                held.addAll(
                        leases.share(settings.owner(), settings.leaseTtl(), settings.shards(), part.inUse(), inUse));
            }
            int more = part.missing(held);
            if (more > 0) {
                held.addAll(leases.claim(settings.owner(), settings.leaseTtl(), more));
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
