package io.playcaller.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.outbox.relay.Lease;
import io.playcaller.outbox.relay.Leases;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What leases must keep, wherever they are written down. */
abstract class LeasesConformance {

    static final Duration TTL = Duration.ofMinutes(10);

    abstract Leases leases();

    @Test
    void whatIsFreeIsClaimedTheHighestFirst() {
        leases().prepare(6);

        assertThat(leases().claim("a", TTL, 2)).extracting(Lease::shard).containsExactlyInAnyOrder(4, 5);
    }

    @Test
    void whatWasGivenBackIsFreeAndHasAHigherEpochNext() {
        leases().prepare(1);
        List<Lease> before = leases().claim("a", TTL, 1);

        leases().giveBack(before);

        assertThat(leases().held("a")).isEmpty();
        assertThat(leases().claim("b", TTL, 1))
                .containsExactly(new Lease(0, "b", before.get(0).epoch() + 1));
    }

    @Test
    void aShareIsOfWhatIsFreeFirst() {
        leases().prepare(8);
        leases().claim("a", TTL, 6);

        assertThat(leases().share("b", TTL, 4, 1, 2)).extracting(Lease::shard).containsExactlyInAnyOrder(0, 1);
        assertThat(leases().held("a")).hasSize(6);
    }

    @Test
    void aShareIsTakenFromWhoHoldsMoreThanTheirPart() {
        // Given
        leases().prepare(6);
        leases().claim("a", TTL, 6);

        // When
        List<Lease> shared = leases().share("b", TTL, 4, 2, 4);

        // Then
        assertThat(shared).containsExactlyInAnyOrder(new Lease(2, "b", 2), new Lease(3, "b", 2));
        assertThat(leases().renew("a", TTL)).extracting(Lease::shard).containsExactlyInAnyOrder(0, 1, 4, 5);
        assertThat(leases().renew("b", TTL)).containsExactlyInAnyOrderElementsOf(shared);
    }

    @Test
    void ofAShareNoMoreIsTakenThanWasAskedFor() {
        leases().prepare(6);
        leases().claim("a", TTL, 6);

        assertThat(leases().share("b", TTL, 6, 1, 2)).extracting(Lease::shard).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void fromWhoHoldsTheirPartNothingIsTaken() {
        leases().prepare(4);
        leases().claim("a", TTL, 2);
        leases().claim("b", TTL, 2);

        assertThat(leases().share("c", TTL, 4, 2, 2)).isEmpty();
    }
}
