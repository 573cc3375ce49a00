package io.playcaller.outbox.relay;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Sends what waits in the outbox. Its owner pokes it after each commit; what other replicas or earlier lives appended is
 * found by polling. While Kafka or PostgreSQL is down it keeps trying and the records wait.
 */
public final class OutboxRelay implements AutoCloseable {

    private static final Duration LOOK_AT_BACKLOG_EVERY = Duration.ofSeconds(2);

    private final RelaySettings settings;
    private final Ownership ownership;
    private final Leases leases;
    private final OutboxRows rows;
    private final RelayStatistics statistics = new RelayStatistics();
    private final RelayThreads threads;
    private final OwnedShards owned;
    private final Sweep sweep;
    private final Trouble reviewTrouble = new Trouble("reviewing the leases of the outbox");
    private final Trouble backlogTrouble = new Trouble("measuring the outbox");

    private OutboxRelay(
            RelaySettings settings,
            Ownership ownership,
            Leases leases,
            OutboxRows rows,
            ShardProducer.Factory producers) {
        this.settings = settings;
        this.ownership = ownership;
        this.leases = leases;
        this.rows = rows;
        this.threads = RelayThreads.start(settings.senders());
        this.owned = new OwnedShards(new ShardRelay.Means(rows, producers, statistics, threads, settings.batch()));
        this.sweep = new Sweep(owned, rows, threads);
    }

    /** A relay that shares the shards with the other replicas by lease. */
    public static OutboxRelay byLease(
            RelaySettings settings, Leases leases, OutboxRows rows, ShardProducer.Factory producers) {
        return new OutboxRelay(settings, new Ownership.Shared(leases, settings), leases, rows, producers);
    }

    /** A relay that owns what it is told to. */
    public static OutboxRelay explicit(
            RelaySettings settings, Leases leases, OutboxRows rows, ShardProducer.Factory producers) {
        var ownership = new Ownership.Explicit(leases, settings.owner());
        return new OutboxRelay(settings, ownership, leases, rows, producers);
    }

    /** Begins to work; until then nothing is owned and nothing sent. */
    public OutboxRelay start() {
        threads.every(threads.ownership(), this::review, settings.reviewEvery().toMillis());
        threads.every(threads.timer(), sweep::request, settings.poll().toMillis());
        threads.every(threads.ownership(), this::measure, LOOK_AT_BACKLOG_EVERY.toMillis());
        return this;
    }

    /** Something was committed to the outbox: find out where and send it. Returns at once. */
    public void poke() {
        sweep.request();
    }

    /** Something was committed to {@code shard}: send it, if the shard is owned here. Returns at once. */
    public void poke(int shard) {
        owned.poke(shard);
    }

    /**
     * Takes a shard in the name of {@code epoch}, which must rise with each owner of the shard: the epoch of a partition's
     * checkpoint. A relay that was told of a lower epoch stops; one that does not hear of it is fenced by the broker.
     *
     * @return false when a higher epoch has the shard: this process is a zombie
     */
    public Uni<Boolean> own(int shard, long epoch) {
        return onOwnershipThread(() -> {
            Lease lease = new Lease(shard, settings.owner(), epoch);
            boolean taken = leases.take(lease);
            if (taken) {
                owned.start(lease);
            }
            return taken;
        });
    }

    /** Stops relaying a shard and lets the next owner have it; safe to call for a shard that is not owned. */
    public Uni<Void> release(int shard) {
        return onOwnershipThread(() -> {
                    owned.stop(shard);
                    List<Lease> held = leases.held(settings.owner());
                    leases.giveBack(held.stream()
                            .filter(lease -> lease.shard() == shard)
                            .toList());
                    return true;
                })
                .replaceWithVoid();
    }

    /** The shards that this process relays now. */
    public Set<Integer> owned() {
        return owned.shards();
    }

    public RelayStatistics statistics() {
        return statistics;
    }

    private <T> Uni<T> onOwnershipThread(Supplier<T> work) {
        return Uni.createFrom().item(work).runSubscriptionOn(threads.ownership());
    }

    private void review() {
        try {
            owned.become(ownership.review());
            reviewTrouble.over();
        } catch (RuntimeException e) {
            statistics.countFailure();
            reviewTrouble.failed(e);
        }
    }

    private void measure() {
        try {
            statistics.saw(rows.backlog());
            backlogTrouble.over();
        } catch (RuntimeException e) {
            backlogTrouble.failed(e);
        }
    }

    /** Lets running batches end, then gives the shards back so that another replica need not wait for the lease. */
    @Override
    public void close() {
        if (threads.workers().isShutdown()) {
            return;
        }
        RelayThreads.stop(threads.timer());
        RelayThreads.stop(threads.ownership());
        owned.become(List.of());
        RelayThreads.stop(threads.workers());
        try {
            ownership.leave();
        } catch (RuntimeException e) {
            reviewTrouble.failed(e);
        }
    }
}
