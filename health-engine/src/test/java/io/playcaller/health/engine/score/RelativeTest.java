package io.playcaller.health.engine.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.fact.PeerBaseline;
import io.playcaller.contracts.fact.PeerBaselinePublished;
import io.playcaller.contracts.health.Cause;
import io.playcaller.contracts.health.Contribution;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.testing.Day;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.engine.testing.Story;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Somebody uses it each day, and stands above all bins; in the segment of those who pay nothing. */
class RelativeTest {

    private static final String SEGMENT = "smb";

    private final FactsOf acme = FactsOf.account("acme");
    private final Story story = new Story(new HealthEngine(Models.relative()), "acme")
            .tick(Day.start(0))
            .use(acme, Day.start(0), 12, "p1")
            .tick(Day.at(12, 1));

    /** Active days are a quarter of the 65 % that use weighs on the card: a tenth of that is 1.625 %. */
    @Test
    void withoutPeersTheCurveOfTheValueAppliesAndATenthOfTheMeasureLessIsKnown() {
        long value = story.measure("active-days").value();
        int confidence = story.score().confidence();

        assertThat(story.measure("active-days").points())
                .isEqualTo(new HealthEngine(Models.defaults())
                        .model()
                        .scoring()
                        .measures()
                        .get(1)
                        .curve()
                        .at(value));
        assertThat(story.measure("active-days").sentence())
                .endsWith(", compared with nobody: nothing is known of its peers yet");
        Score absolute = new Story(new HealthEngine(Models.defaults()), "acme")
                .tick(Day.start(0))
                .use(acme, Day.start(0), 12, "p1")
                .tick(Day.at(12, 1))
                .score();
        assertThat(absolute.card()).isEqualTo("tech-touch");
        assertThat(absolute.confidence() - confidence).isEqualTo(16_250);
        assertThat(story.score().score()).isEqualTo(absolute.score());
    }

    @Test
    void nineteenAreTooFew() {
        Score before = story.score();

        story.peers(customers(19, 2));

        assertThat(story.score().score()).isEqualTo(before.score());
        assertThat(story.score().confidence()).isEqualTo(before.confidence());
        assertThat(story.measure("active-days").sentence())
                .endsWith(", compared with nobody: 19 smb customers of 20 that are needed");
    }

    @Test
    void whoStandsAboveAllOfTwentyHasAllPoints() {
        Score before = story.score();

        story.peers(customers(20, 2));

        assertThat(story.measure("active-days").points()).isEqualTo(100_000);
        assertThat(story.measure("active-days").sentence())
                .endsWith(", higher than 100% compared with 20 smb customers");
        assertThat(story.score().confidence()).isGreaterThan(before.confidence());
    }

    @Test
    void whatPeersDoIsToldAsTheirDoing() {
        story.peers(customers(143, 2));
        int told = story.changes().size();

        story.peers(customers(143, 33));

        assertThat(story.changes()).hasSize(told + 1);
        HealthChanged change = story.changes().get(told);
        assertThat(change.contributions()).extracting(Contribution::cause).containsOnly(Cause.PEERS);
        Contribution days = change.contributions().get(0);
        assertThat(days.measure()).isEqualTo("active-days");
        assertThat(days.before().value()).isEqualTo(days.after().value());
        assertThat(days.before().points()).isEqualTo(100_000);
        assertThat(days.after().points()).as("in their middle").isEqualTo(60_000);
        assertThat(days.sentence()).contains("compared with 143 smb customers; its peers moved; confidence ");
        assertThat(change.previousScore() + days.points()).isEqualTo(change.score());
    }

    @Test
    void aModelThatComparesNobodyIsNotMovedByPeers() {
        Story other = new Story(new HealthEngine(Models.defaults()), "acme")
                .tick(Day.start(0))
                .use(acme, Day.start(0), 12, "p1");
        int told = other.changes().size();

        other.peers(customers(143, 2));

        assertThat(other.changes()).hasSize(told);
    }

    /** All in one bin. */
    private static PeerBaselinePublished customers(long count, int bin) {
        List<Long> counts = new ArrayList<>(Collections.nCopies(34, 0L));
        counts.set(bin, count);
        return new PeerBaselinePublished(
                Day.MONDAY, List.of(new PeerBaseline(SEGMENT, "active-days", 1_000, 469, counts)));
    }
}
