package io.playcaller.router.brake;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.router.TestRules;
import io.playcaller.router.brake.Brake.Run;
import io.playcaller.router.brake.BrakeLimits.Standard;
import io.playcaller.router.brake.HeldCounts.Alike;
import io.playcaller.router.brake.HeldCounts.Cause;
import io.playcaller.router.play.PlayBook;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BrakeTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Run FIRST = new Run(new UUID(0, 1), "drop");
    private static final Run SECOND = new Run(new UUID(0, 2), "drop");
    private static final Run OTHER = new Run(new UUID(0, 3), "silent");

    private final PlayBook shipped = TestRules.read().plays();

    @Test
    void whatComesFirstBeginsAndTheRestIsHeld() {
        Brake brake = new Brake(new BrakeLimits(Map.of("drop", 3, "silent", 3), 10), Map.of("drop", 2));

        assertThat(brake.tooMany(List.of(FIRST, SECOND, OTHER))).containsOnlyKeys(SECOND.episodeId());
    }

    @Test
    void whatIsHeldOutTakesNoRoomAndIsHeldWhereTheOtherArmWouldBe() {
        Run early = new Run(new UUID(0, 4), "drop", true);
        Run late = new Run(new UUID(0, 5), "drop", true);
        Brake brake = new Brake(new BrakeLimits(Map.of("drop", 1), 10), Map.of());

        assertThat(brake.tooMany(List.of(early, FIRST, late, SECOND)))
                .containsOnlyKeys(late.episodeId(), SECOND.episodeId());
    }

    @Test
    void allPlaysTogetherHaveALimitToo() {
        Brake brake = new Brake(new BrakeLimits(Map.of("drop", 9, "silent", 9), 4), Map.of("drop", 2, "kickoff", 1));

        assertThat(brake.tooMany(List.of(FIRST, SECOND, OTHER)))
                .containsOnlyKeys(SECOND.episodeId(), OTHER.episodeId())
                .allSatisfy((episode, why) -> assertThat(why)
                        .startsWith("Runs of all plays that began")
                        .contains("4"));
    }

    @Test
    void whatHadJoinedAHeldRunIsAskedTooWhenItBeginsItsOwn() {
        // Given: while FIRST begins a run, OTHER joins it
        Brake brake = new Brake(new BrakeLimits(Map.of("drop", 0, "silent", 0), 10), Map.of());

        // When
        List<Run> begin = brake.settle(
                List.of(FIRST),
                decided -> decided,
                held -> held.containsKey(FIRST.episodeId())
                        ? (held.containsKey(OTHER.episodeId()) ? List.of() : List.of(OTHER))
                        : List.of(FIRST));

        // Then
        assertThat(begin).isEmpty();
    }

    @Test
    void aLimitIsAShareOfTheAccountsInThePlaysTiersAndNeverLessThanTheLeast() {
        Map<String, Long> accounts = Map.of("enterprise", 100L, "pooled", 900L, "tech-touch", 9_000L);

        BrakeLimits limits = BrakeLimits.of(new Standard(20, 5, null), shipped, accounts);

        assertThat(limits.of("kickoff")).as("human tiers: 5% of 1,000").isEqualTo(50);
        assertThat(limits.of("sponsor-cold"))
                .as("enterprise and mid-market: the least")
                .isEqualTo(20);
        assertThat(limits.of("milestone-missed")).as("all: 5% of 10,000").isEqualTo(500);
        assertThat(limits.total()).isEqualTo(500);
        assertThat(BrakeLimits.of(new Standard(20, 5, 70), shipped, accounts).total())
                .isEqualTo(70);
    }

    @Test
    void whatMostOfTheHeldShareIsNamedWithCounts() {
        HeldCounts held = new HeldCounts(List.of(
                new Alike("usage.drop", "smb", "web", 7),
                new Alike("usage.drop", "enterprise", null, 5),
                new Alike("usage.silent", "enterprise", null, 4)));

        assertThat(held.causes())
                .containsExactly(
                        new Cause("reason", "usage.drop", 12),
                        new Cause("segment", "enterprise", 9),
                        new Cause("source", "web", 7));
        assertThat(held.total()).isEqualTo(16);
    }

    @Test
    void aFloodIsToldAfterItGatheredAndSaysWhatItIs() {
        Flood flood = new Flood("drop", new UUID(0, 9), NOW);
        HeldCounts held = new HeldCounts(List.of(new Alike("usage.drop", "smb", "web", 7)));

        assertThat(flood.isToBeTold(NOW.plusSeconds(119))).isFalse();
        assertThat(flood.isToBeTold(NOW.plusSeconds(120))).isTrue();
        assertThat(flood.opened(held, NOW).evidence())
                .extracting(evidence -> evidence.sentence())
                .containsExactly("7 of 7: reason usage.drop", "7 of 7: segment smb", "7 of 7: source web");
        assertThat(flood.over(NOW).transition()).isEqualTo(2);
    }
}
