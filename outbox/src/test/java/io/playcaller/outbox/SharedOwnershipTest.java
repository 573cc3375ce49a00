package io.playcaller.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.outbox.relay.Lease;
import io.playcaller.outbox.relay.Ownership;
import io.playcaller.outbox.relay.RelaySettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How replicas share the shards, each by what it sees itself. */
class SharedOwnershipTest {

    private static final int ENOUGH_ROUNDS = 40;

    private final LeasesOnPaper leases = new LeasesOnPaper();
    private final List<Runnable> replicas = new ArrayList<>();

    @Test
    void thoseInUseAreSharedWhereOneReplicaHeldThemAll() {
        // Given: of sixteen, four are in use
        leases.prepare(16);
        IntStream.range(0, 16).forEach(shard -> leases.take(new Lease(shard, shard < 8 ? "a" : "b", 1)));
        replica("a", 4);
        replica("b", 4);

        // When
        review(3);

        // Then
        assertThat(leases.owners().subList(0, 4)).containsExactly("a", "a", "b", "b");
        assertThat(leases.held("a")).hasSize(8);
        assertThat(leases.held("b")).hasSize(8);
    }

    @Test
    void whileSomebodyIsThereEachShardHasSomebodyAsSoonAsItIsTakenOver() {
        leases.prepare(16);
        IntStream.range(0, 16).forEach(shard -> leases.take(new Lease(shard, shard < 8 ? "a" : "b", 1)));
        replica("b", 4);
        leases.beat("a", Duration.ofSeconds(8));

        review(1);

        assertThat(leases.owners()).doesNotContain(LeasesOnPaper.NOBODY);
        assertThat(leases.owners().subList(0, 4)).containsExactly("a", "a", "b", "b");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void howeverItBeganAllAreHeldAndNobodyHoldsMoreThanTheirPart(long seed) {
        // Given
        Random random = new Random(seed);
        int alive = 1 + random.nextInt(6);
        int shards = 1 + random.nextInt(8);
        int known = shards + random.nextInt(20);
        heldByAnybody(random, known, alive);
        IntStream.range(0, alive).forEach(i -> replica("r" + i, shards));

        // When
        List<String> settled = settled(random);

        // Then
        assertThat(settled).hasSize(known).doesNotContain(LeasesOnPaper.NOBODY);
        assertThat(mostHeld(settled)).isLessThanOrEqualTo(part(known, alive));
        assertThat(mostHeld(settled.subList(0, shards))).isLessThanOrEqualTo(part(shards, alive));
    }

    /** As while one replica after the other is updated, or set up with fewer shards. */
    @ParameterizedTest
    @MethodSource("seeds")
    void besideReplicasThatTellNoShardFromAnotherAllAreHeldToo(long seed) {
        // Given
        Random random = new Random(seed);
        int alive = 2 + random.nextInt(5);
        int older = 1 + random.nextInt(alive - 1);
        int shards = 1 + random.nextInt(8);
        int known = shards + random.nextInt(20);
        heldByAnybody(random, known, alive);
        for (int i = 0; i < alive; i++) {
            if (i >= older) {
                replica("r" + i, shards);
            } else if (random.nextBoolean()) {
                replica("r" + i, known);
            } else {
                replicaOfBefore("r" + i);
            }
        }

        // When
        List<String> settled = settled(random);

        // Then
        assertThat(settled).hasSize(known).doesNotContain(LeasesOnPaper.NOBODY);
        assertThat(mostHeld(settled)).isLessThanOrEqualTo(part(known, alive));
    }

    static List<Long> seeds() {
        return new Random(71).longs(400).boxed().toList();
    }

    private void heldByAnybody(Random random, int known, int alive) {
        leases.prepare(known);
        for (int shard = 0; shard < known; shard++) {
            int who = random.nextInt(alive + 1);
            leases.take(new Lease(shard, who == alive ? LeasesOnPaper.NOBODY : "r" + who, 1));
        }
        IntStream.range(0, alive).forEach(i -> leases.beat("r" + i, Duration.ofSeconds(8)));
    }

    private void replica(String name, int shards) {
        var settings = new RelaySettings(name, shards, 100, 4, Duration.ofMillis(50), Duration.ofSeconds(8));
        var ownership = new Ownership.Shared(leases, settings);
        replicas.add(() -> assertThat(ownership.review())
                .as("what it holds is what is written down")
                .containsExactlyInAnyOrderElementsOf(leases.held(name)));
    }

    /** To it a shard is a shard, and nothing is taken over. */
    private void replicaOfBefore(String name) {
        Duration ttl = Duration.ofSeconds(8);
        replicas.add(() -> {
            int fair = part(leases.owners().size(), leases.beat(name, ttl));
            List<Lease> held = leases.renew(name, ttl);
            if (held.size() > fair) {
                leases.giveBack(held.subList(fair, held.size()));
            } else {
                leases.claim(name, ttl, fair - held.size());
            }
        });
    }

    private void review(int rounds) {
        IntStream.range(0, rounds).forEach(round -> replicas.forEach(Runnable::run));
    }

    /** Who holds what once a whole round has changed nothing. */
    private List<String> settled(Random random) {
        for (int round = 0; round < ENOUGH_ROUNDS; round++) {
            List<String> before = leases.owners();
            Collections.shuffle(replicas, random);
            review(1);
            if (leases.owners().equals(before)) {
                return before;
            }
        }
        throw new AssertionError(
                "after %d rounds shards still change hands: %s".formatted(ENOUGH_ROUNDS, leases.owners()));
    }

    private static int part(int shards, int alive) {
        return (shards + alive - 1) / alive;
    }

    private static int mostHeld(List<String> owners) {
        return owners.stream()
                .mapToInt(owner -> Collections.frequency(owners, owner))
                .max()
                .orElse(0);
    }
}
