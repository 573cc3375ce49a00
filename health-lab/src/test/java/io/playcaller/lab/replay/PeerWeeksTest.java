package io.playcaller.lab.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.health.Grade;
import io.playcaller.contracts.health.MeasureScore;
import io.playcaller.contracts.health.Profile;
import io.playcaller.health.engine.model.HealthModel;
import io.playcaller.health.engine.peer.Baseline;
import io.playcaller.health.engine.score.Score;
import io.playcaller.health.model.in.ModelFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is told of peers, week by week, as the service tells it. */
class PeerWeeksTest {

    private static final int ENOUGH = Baseline.LEAST;
    private static final List<Instant> WEEKS =
            PeerWeeks.between(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-01-29T00:00:00Z"));

    private final PeerWeeks weeks = new PeerWeeks(relativeActiveDays());

    @Test
    void whereNobodyHasAScoreAnyMoreItIsToldThatThereAreNoPeers() {
        count(WEEKS.get(0), 50_000L, "adoption");
        count(WEEKS.get(1), null, "adoption");

        assertThat(weeks.told().told()).hasSize(2).containsEntry(WEEKS.get(1), Baseline.NONE);
    }

    @Test
    void whoLeftIsNobodysPeer() {
        count(WEEKS.get(0), 50_000L, "adoption");
        count(WEEKS.get(1), 50_000L, "lost");

        assertThat(weeks.told().told()).containsEntry(WEEKS.get(1), Baseline.NONE);
    }

    @Test
    void inAWeekInWhichNobodyIsLookedAtThereAreNoPeersEither() {
        count(WEEKS.get(0), 50_000L, "adoption");
        count(WEEKS.get(3), 50_000L, "adoption");

        assertThat(weeks.told().told())
                .containsOnlyKeys(WEEKS.get(0), WEEKS.get(1), WEEKS.get(3))
                .containsEntry(WEEKS.get(1), Baseline.NONE);
    }

    @Test
    void thatThereAreStillNoneIsNotTold() {
        count(WEEKS.get(0), null, "adoption");

        assertThat(weeks.told().told()).isEmpty();
        assertThat(new PeerWeeks(relativeActiveDays()).told()).isEqualTo(PeerHistory.NONE);
    }

    /** So many accounts, all alike. */
    private void count(Instant week, @Nullable Long score, String stage) {
        MeasureScore days = new MeasureScore("active-days", "usage", 8_000L, 60_000L, 200_000, false, "8 days");
        Profile profile = new Profile("smb", "pooled", stage, week, null, null, null);
        for (int account = 0; account < ENOUGH; account++) {
            weeks.count(new Score(
                    week,
                    score,
                    score == null ? null : Grade.C,
                    List.of(days),
                    List.of(),
                    null,
                    1_000_000,
                    "pooled",
                    List.of(),
                    profile,
                    null,
                    List.of()));
        }
    }

    private static HealthModel relativeActiveDays() {
        try (InputStream shipped =
                Objects.requireNonNull(ModelFolder.class.getResourceAsStream("/health/scorecards.yaml"))) {
            String cards = new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
            return ModelFolder.withScorecards("scorecards.yaml", cards.replace("    # relative: {", "    relative: {"))
                    .model();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
