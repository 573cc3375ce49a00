package io.playcaller.health.fold.app;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.fold.LogEntry;
import io.playcaller.health.models.app.OneEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Replicas over one store that share the partitions of a log, and what happens to them, drawn at random: batches and turns of any
 * length, commits that are lost, processes that die, partitions that move, and owners that do not know yet that theirs did.
 */
final class Replicas {

    private static final UUID LOG_ID = UUID.fromString("00000000-0000-4000-8000-000000000001");

    /** Bytes for states in each replica: some are read again and again. */
    private static final int CACHE = 15_000;

    private final MemoryFoldStore store;
    private final List<Log> logs;
    private final List<FoldParts> replicas = new ArrayList<>();
    private final List<Owner> owners = new ArrayList<>();
    private final List<Owner> zombies = new ArrayList<>();
    private final Random random;
    private int refused;

    /** A replica's hold of a partition, and which record it reads next. */
    private static final class Owner {
        private final int replica;
        private final int partition;
        private final PartitionFold fold;
        private int next;

        private Owner(int replica, int partition, PartitionFold fold) {
            this.replica = replica;
            this.partition = partition;
            this.fold = fold;
            this.next = (int) fold.readFrom();
        }
    }

    /** @param logs one of each partition, from 0 on */
    Replicas(int count, HealthEngine engine, MemoryFoldStore store, List<Log> logs, Random random) {
        this.store = store;
        this.logs = logs;
        this.random = random;
        for (int i = 0; i < count; i++) {
            replicas.add(new FoldParts(
                    new OneEngine(engine),
                    store,
                    new StateCache(CACHE),
                    new FoldMetrics(new SimpleMeterRegistry()),
                    committed -> {},
                    new FoldParts.Limits(Duration.ofMinutes(15), 1 + random.nextInt(4))));
        }
        for (int partition = 0; partition < logs.size(); partition++) {
            owners.add(claimed(partition, random.nextInt(count)));
        }
    }

    /** Each partition by the one replica, in one batch. */
    static void undisturbed(HealthEngine engine, MemoryFoldStore store, List<Log> logs) {
        Replicas one = new Replicas(1, engine, store, logs, new Random(0));
        one.owners.forEach(owner -> owner.fold.fold(logs.get(owner.partition).entries()));
    }

    /** Until everything is folded, and every zombie has woken up. */
    void run() {
        List<Owner> behind = behind();
        while (!behind.isEmpty()) {
            step(behind.get(random.nextInt(behind.size())));
            behind = behind();
        }
        List.copyOf(zombies).forEach(this::wakeUp);
    }

    /** How many commits of zombies were refused. */
    int refused() {
        return refused;
    }

    private List<Owner> behind() {
        return owners.stream().filter(this::isBehind).toList();
    }

    private boolean isBehind(Owner owner) {
        return owner.next < logs.get(owner.partition).entries().size();
    }

    private void step(Owner owner) {
        switch (random.nextInt(16)) {
            case 0 -> killAReplica();
            case 1 -> rebalance(owner);
            case 2 -> fallAsleep(owner);
            case 3 -> loseACommit(owner);
            case 4 -> wakeOneUp();
            default -> fold(owner);
        }
    }

    /** A turn of the owner's. */
    private void fold(Owner owner) {
        owner.next += owner.fold.fold(batch(owner), () -> random.nextInt(3) == 0);
    }

    private List<LogEntry> batch(Owner owner) {
        List<LogEntry> entries = logs.get(owner.partition).entries();
        int end = Math.min(entries.size(), owner.next + 1 + random.nextInt(80));
        return entries.subList(owner.next, end);
    }

    /** As kill -9 does it: everything that it held is gone, and others have its partitions. */
    private void killAReplica() {
        int dead = random.nextInt(replicas.size());
        replicas.get(dead).cache().clear();
        zombies.removeIf(zombie -> zombie.replica == dead);
        owners.stream()
                .filter(owner -> owner.replica == dead)
                .map(owner -> owner.partition)
                .toList()
                .forEach(this::claim);
    }

    private void rebalance(Owner owner) {
        letGo(owner);
        claim(owner.partition);
    }

    /** It stands still with work to do; somebody else has its partition, and it does not know. */
    private void fallAsleep(Owner owner) {
        int other = (owner.replica + 1) % replicas.size();
        claim(owner.partition, other);
        if (owner.fold.nextOffset() < logs.get(owner.partition).entries().size()) {
            zombies.add(owner);
        }
    }

    private void wakeOneUp() {
        if (!zombies.isEmpty()) {
            wakeUp(zombies.get(random.nextInt(zombies.size())));
        }
    }

    /** It goes on where it stood: nothing of it may be stored. */
    private void wakeUp(Owner zombie) {
        zombies.remove(zombie);
        int works = store.works().size();
        assertThatThrownBy(() -> {
                    while (isBehind(zombie)) {
                        fold(zombie);
                    }
                })
                .isInstanceOf(TakenOverException.class);
        if (store.works().size() != works) {
            throw new AssertionError("a zombie stored something");
        }
        refused++;
        letGo(zombie);
    }

    /** The process lives on, and does not know what became of its transaction. */
    private void loseACommit(Owner owner) {
        store.crashAfter(random.nextInt(2));
        try {
            fold(owner);
        } catch (IllegalStateException lost) {
            letGo(owner);
            claim(owner.partition);
        } finally {
            store.crashAfter(Integer.MAX_VALUE);
        }
    }

    private void letGo(Owner owner) {
        replicas.get(owner.replica).cache().drop(owner.partition);
    }

    private void claim(int partition) {
        claim(partition, random.nextInt(replicas.size()));
    }

    /** Who claims a partition is no zombie of it. */
    private void claim(int partition, int replica) {
        zombies.removeIf(zombie -> zombie.partition == partition && zombie.replica == replica);
        owners.set(partition, claimed(partition, replica));
    }

    private Owner claimed(int partition, int replica) {
        FoldStore.Claim claim = store.claim(partition, LOG_ID, 0);
        return new Owner(replica, partition, new PartitionFold(partition, claim, replicas.get(replica)));
    }
}
