package io.playcaller.health.engine.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.fact.PeerBaseline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeersTest {

    @Test
    void eachTimeHasTheBaselineThatWasToldLastBeforeIt() {
        Peers peers = Peers.NONE.with(1_000, customers(30)).with(2_000, customers(40));

        assertThat(peers.at(999)).isEqualTo(Baseline.NONE);
        assertThat(peers.at(1_000)).isEqualTo(customers(30));
        assertThat(peers.at(1_999)).isEqualTo(customers(30));
        assertThat(peers.at(Long.MAX_VALUE)).isEqualTo(customers(40));
        assertThat(peers.newest()).isEqualTo(customers(40));
    }

    @Test
    void aDayThatEndsWhenItIsToldIsStillComparedWithTheOneBefore() {
        Peers peers = Peers.NONE.with(1_000, customers(30)).with(2_000, customers(40));

        assertThat(peers.toldBefore(2_000)).isEqualTo(customers(30));
        assertThat(peers.toldBefore(2_001)).isEqualTo(customers(40));
    }

    @Test
    void theSameOnceMoreIsNoNews() {
        Peers peers = Peers.NONE.with(1_000, customers(30));

        assertThat(peers.with(5_000, customers(30))).isSameAs(peers);
        assertThat(Peers.NONE.with(5_000, Baseline.NONE)).isSameAs(Peers.NONE);
    }

    @Test
    void onlyTheNewestAreKept() {
        Peers peers = Peers.NONE;
        for (int week = 1; week <= 20; week++) {
            peers = peers.with(week, customers(20 + week));
        }

        assertThat(peers.published()).hasSize(Peers.KEPT);
        assertThat(peers.newest()).isEqualTo(customers(40));
    }

    @Test
    void fewerThanTwentyArePeersOfNobody() {
        assertThat(customers(19).peers("smb", "active-days")).isNull();
        assertThat(customers(19).customers("smb", "active-days")).isEqualTo(19);
        assertThat(customers(20).peers("smb", "active-days")).isNotNull();
        assertThat(customers(20).peers("enterprise", "active-days")).isNull();
    }

    @Test
    void itIsWorthTellingWhereThereAreEnoughAtLastOrNoLonger() {
        assertThat(customers(20).movedFrom(customers(19))).isTrue();
        assertThat(customers(19).movedFrom(customers(20))).isTrue();
        assertThat(customers(19).movedFrom(customers(3))).isFalse();
        assertThat(customers(70).movedFrom(customers(20))).isFalse();
        assertThat(Baseline.NONE.movedFrom(customers(20))).isTrue();
        assertThat(customers(20).movedFrom(Baseline.NONE)).isTrue();
    }

    @Test
    void whatTheLogIsToldIsWhatItSays() {
        assertThat(Baseline.of(customers(30).told())).isEqualTo(customers(30));
    }

    private static Baseline customers(long count) {
        List<Long> counts = new ArrayList<>(Collections.nCopies(34, 0L));
        counts.set(7, count);
        return Baseline.of(List.of(new PeerBaseline("smb", "active-days", 1_000, 469, counts)));
    }
}
