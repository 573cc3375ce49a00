package io.playcaller.forecast.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.forecast.engine.estimate.Moments;
import io.playcaller.forecast.engine.lift.ContentSpan;
import io.playcaller.forecast.engine.lift.LiftMetric;
import io.playcaller.forecast.engine.lift.LiftRule;
import io.playcaller.forecast.engine.lift.PlayLift;
import io.playcaller.forecast.engine.review.ProgrammeRule;
import io.playcaller.forecast.engine.review.Proposal;
import io.playcaller.forecast.kpi.Programme.Measure;
import io.playcaller.forecast.outcome.RunCount;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ContentReviewTest {

    private static final Measure MEASURE = new Measure(LiftMetric.RECOVERED, 90, ProgrammeRule.defaults());
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void contentHasAProposalWithTheArmsThatItRestsOnAndWhomItReached() {
        ContentReview review = review(new ContentReview.Input(
                List.of(lift("text", 700, 1_000, 450, 1_000)),
                List.of(span("text", "drop", 40), span("text", "silent", 2)),
                List.of(new RunCount("text", 20, 5)),
                List.of(decision(Subject.play("text")), decision(Subject.content("text")))));

        assertThat(review.proposal()).isEqualTo("keep");
        assertThat(review.plays()).containsExactly("drop", "silent");
        assertThat(review.accounts()).isEqualTo(42);
        assertThat(review.precision()).isEqualByComparingTo("0.75");
        assertThat(review.lift()).isNotNull();
        assertThat(review.lift().holdout()).isEqualTo(1_000);
        assertThat(review.lift().difference()).isEqualByComparingTo("0.25");
        assertThat(review.lift().low()).isPositive();
        assertThat(review.decision()).isNotNull();
        assertThat(review.decision().content()).isEqualTo("text");
    }

    @Test
    void tooFewAccountsAreSaidAndHowManyItTakes() {
        ContentReview review = review(new ContentReview.Input(
                List.of(lift("text", 30, 60, 3, 6)), List.of(span("text", "drop", 60)), List.of(), List.of()));

        assertThat(review.proposal()).isEqualTo("collect");
        assertThat(review.moreAccounts()).isPositive();
        assertThat(review.lift()).isNotNull();
        assertThat(review.lift().low()).isNull();
        assertThat(review.lift().says()).isEqualTo("too-few");
    }

    @Test
    void contentThatWasNotLookedBackAtYetSaysSo() {
        ContentReview review =
                review(new ContentReview.Input(List.of(), List.of(), List.of(new RunCount("text", 3, 0)), List.of()));

        assertThat(review.proposal()).isEqualTo("collect");
        assertThat(review.because()).contains("looked back");
        assertThat(review.lift()).isNull();
    }

    private static ContentReview review(ContentReview.Input input) {
        List<ContentReview> reviews = ContentReview.of(input, MEASURE);
        assertThat(reviews).hasSize(1);
        return reviews.get(0);
    }

    private static ContentSpan span(String content, String play, long accounts) {
        return new ContentSpan(content, play, START, START, accounts);
    }

    private static PlayLift lift(String content, int recovered, int treated, int alone, int holdout) {
        LiftMetric metric = LiftMetric.RECOVERED;
        return new PlayLift(
                content,
                90,
                metric,
                "",
                LiftRule.defaults().lift(shares(recovered, treated), shares(alone, holdout), metric));
    }

    private static Moments shares(int of, int all) {
        Moments moments = Moments.none();
        for (int i = 0; i < all; i++) {
            moments = moments.plus(i < of ? 1 : 0);
        }
        return moments;
    }

    private static Decision decision(Subject subject) {
        return new Decision(
                new UUID(0, 1),
                "2026-Q1",
                subject.play(),
                subject.content(),
                Proposal.Kind.KEEP,
                "because",
                "lead",
                START);
    }
}
