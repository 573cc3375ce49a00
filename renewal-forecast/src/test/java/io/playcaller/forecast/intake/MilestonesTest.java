package io.playcaller.forecast.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.health.Grade;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.Profile;
import io.playcaller.forecast.intake.Milestones.Reached;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MilestonesTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-03-04T10:00:00Z");

    @Test
    void aMilestoneIsReachedWithTheFirstScoreOfABatchThatNamesItNotWithTheNewest() {
        Told told = new Told();

        told.health(7, score(MONDAY, "first-value"));
        told.health(8, score(WEDNESDAY, "first-value", "go-live"));

        assertThat(told.milestones().all())
                .containsExactly(new Reached("acme", "first-value", MONDAY), new Reached("acme", "go-live", WEDNESDAY));
        assertThat(told.healths()).extracting(Told.Health::rev).containsExactly(8L);
    }

    private static HealthChanged score(Instant at, String... milestones) {
        return new HealthChanged(
                "acme",
                at,
                at,
                70_000L,
                null,
                Grade.C,
                null,
                List.of(),
                List.of(),
                0,
                1_000_000,
                List.of(milestones),
                null,
                List.of(),
                new Profile("smb", "pooled", "adoption", at, null, null, null),
                "m1");
    }
}
