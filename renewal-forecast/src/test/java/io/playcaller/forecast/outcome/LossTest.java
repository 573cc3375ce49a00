package io.playcaller.forecast.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.playcaller.contracts.forecast.Category;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.register.LossReviewRecord;
import io.playcaller.forecast.engine.contract.HealthView;
import io.playcaller.forecast.engine.review.Turn;
import io.playcaller.forecast.engine.review.Turn.Kind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LossTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 10);
    private static final Loss.Terms TERMS = new Loss.Terms(7, TODAY);

    @Test
    void aLossIsDueThenOverdueThenReviewed() {
        List<Loss> losses = Loss.of(
                List.of(
                        turn("new", "2026-06-05", 0, null),
                        turn("old", "2026-05-01", 400, Reason.COM_PRICE),
                        turn("seen", "2026-04-01", 0, Reason.EXT_BUDGET_OR_CLOSURE)),
                List.of(review("seen", "2026-04-03", Reason.REL_SPONSOR_LEFT, true)),
                List.of(),
                TERMS);

        assertThat(losses).extracting(Loss::state).containsExactly("due", "overdue", "reviewed");
        assertThat(losses).extracting(Loss::kind).containsExactly("full", "partial", "full");
        assertThat(losses).extracting(Loss::reason).containsExactly(null, Reason.COM_PRICE, Reason.REL_SPONSOR_LEFT);
        assertThat(losses).extracting(Loss::avoidable).containsExactly(null, true, true);
        assertThat(losses.get(1).lost().minor()).isEqualTo(600);
    }

    @Test
    void aReviewOfAnEarlierLossIsNotOneOfTheLaterOne() {
        List<Loss> losses = Loss.of(
                List.of(turn("c", "2026-03-01", 800, null), turn("c", "2026-06-01", 0, null)),
                List.of(review("c", "2026-03-04", Reason.COM_PRICE, false)),
                List.of(),
                TERMS);

        assertThat(losses).extracting(Loss::state).containsExactly("overdue", "reviewed");
    }

    @Test
    void aLaterReviewLeavesThatOfAnEarlierLoss() {
        List<Loss> losses = Loss.of(
                List.of(turn("c", "2026-03-01", 800, null), turn("c", "2026-06-01", 0, null)),
                List.of(
                        review("c", "2026-03-04", Reason.COM_PRICE, true),
                        review("c", "2026-06-03", Reason.EXT_BUDGET_OR_CLOSURE, false)),
                List.of(),
                TERMS);

        assertThat(losses).extracting(Loss::state).containsExactly("reviewed", "reviewed");
        assertThat(losses).extracting(Loss::reason).containsExactly(Reason.EXT_BUDGET_OR_CLOSURE, Reason.COM_PRICE);
        assertThat(losses).extracting(Loss::avoidable).containsExactly(false, true);
    }

    @Test
    void anEndIsReviewedFromItsNoticeOnAndNotBefore() {
        Turn end = end("2026-03-20");
        LossReviewRecord early = review("c", "2026-04-10", Reason.COM_PRICE, true);

        assertThat(Loss.of(List.of(end), List.of(early), List.of(), TERMS))
                .extracting(Loss::state, Loss::reason)
                .containsExactly(tuple("reviewed", Reason.COM_PRICE));
        assertThat(Loss.of(
                        List.of(turn("c", "2026-03-01", 800, null), end),
                        List.of(review("c", "2026-03-19", Reason.COM_PRICE, true)),
                        List.of(),
                        TERMS))
                .extracting(Loss::state)
                .containsExactly("overdue", "reviewed");
    }

    @Test
    void aReviewInTimeOfWhatShrankStaysThereWhenAnEndThatWasKnownComes() {
        for (String notice : List.of("2026-03-20", "2026-04-11")) {
            List<Loss> losses = Loss.of(
                    List.of(turn("c", "2026-04-10", 800, null), end(notice)),
                    List.of(review("c", "2026-04-12", Reason.COM_PRICE, true)),
                    List.of(),
                    TERMS);

            assertThat(losses).as("notice of " + notice).extracting(Loss::state).containsExactly("overdue", "reviewed");
            assertThat(losses).extracting(Loss::reason).containsExactly(null, Reason.COM_PRICE);
        }
    }

    @Test
    void aSecondReviewIsOfTheEndOnceNoticeCameAfterWhatShrank() {
        List<Loss> losses = Loss.of(
                List.of(turn("c", "2026-04-10", 800, null), end("2026-04-13")),
                List.of(
                        review("c", "2026-04-14", Reason.EXT_BUDGET_OR_CLOSURE, false),
                        review("c", "2026-04-12", Reason.COM_PRICE, true)),
                List.of(),
                TERMS);

        assertThat(losses).extracting(Loss::reason).containsExactly(Reason.EXT_BUDGET_OR_CLOSURE, Reason.COM_PRICE);
    }

    @Test
    void aSecondOrLateReviewOfWhatShrankAfterTheNoticeIsNotOneOfTheEnd() {
        LossReviewRecord first = review("c", "2026-04-12", Reason.COM_PRICE, true);
        LossReviewRecord late =
                review("c", "2026-05-20", Reason.REL_SPONSOR_LEFT, true).withVersion(2);

        for (List<LossReviewRecord> reviews : List.of(List.of(first, late), List.of(late))) {
            assertThat(Loss.of(
                            List.of(turn("c", "2026-04-10", 800, null), end("2026-03-20")), reviews, List.of(), TERMS))
                    .extracting(Loss::review)
                    .containsExactly(null, late);
        }
    }

    @Test
    void ofTwoReviewsOfOneLossTheHigherVersionCounts() {
        LossReviewRecord first = review("c", "2026-06-04", Reason.COM_PRICE, true);
        LossReviewRecord mended =
                review("c", "2026-06-03", Reason.EXT_BUDGET_OR_CLOSURE, false).withVersion(2);

        List<Loss> losses =
                Loss.of(List.of(turn("c", "2026-06-01", 0, null)), List.of(mended, first), List.of(), TERMS);

        assertThat(losses).extracting(Loss::review).containsExactly(mended);
    }

    @Test
    void aReviewWhoseDayIsCorrectedIsOfTheLossOfTheRightDay() {
        List<Turn> turns = List.of(turn("c", "2026-03-01", 800, null), turn("c", "2026-06-01", 0, null));
        LossReviewRecord ofTheEnd = review("c", "2026-06-02", Reason.EXT_BUDGET_OR_CLOSURE, false);
        LossReviewRecord wrong =
                review("c", "2026-06-04", Reason.COM_PRICE, true).withVersion(2);
        LossReviewRecord stillWrong = correcting("2026-06-04", "2026-05-04", 3);
        LossReviewRecord right = correcting("2026-05-04", "2026-03-04", 4);

        assertThat(reviewsOf(turns, ofTheEnd, wrong)).containsExactly(wrong, null);
        assertThat(reviewsOf(turns, right, stillWrong, wrong, ofTheEnd)).containsExactly(ofTheEnd, right);
    }

    @Test
    void aDayThatWasCorrectedMayBeSaidAgain() {
        List<Turn> turns = List.of(turn("c", "2026-03-01", 800, null), turn("c", "2026-06-01", 0, null));
        LossReviewRecord corrected = correcting("2026-06-04", "2026-03-04", 2);
        LossReviewRecord again =
                review("c", "2026-06-04", Reason.COM_PRICE, true).withVersion(3);

        assertThat(reviewsOf(turns, corrected, again)).containsExactly(again, corrected);
    }

    private static List<LossReviewRecord> reviewsOf(List<Turn> turns, LossReviewRecord... reviews) {
        return Loss.of(turns, List.of(reviews), List.of(), TERMS).stream()
                .map(Loss::review)
                .toList();
    }

    private static LossReviewRecord correcting(String wrong, String day, long version) {
        return new LossReviewRecord(
                "c", "acme", version, LocalDate.parse(day), Reason.COM_PRICE, true, "staff-1", LocalDate.parse(wrong));
    }

    @Test
    void whatWasKnownStandsBesideTheLossItIsAbout() {
        LocalDate on = LocalDate.of(2026, 6, 1);
        KnownBefore green = new KnownBefore(
                "c",
                on,
                on.minusDays(90),
                Category.BEST_CASE,
                820_000,
                List.of(),
                new HealthView(78_000, 900_000),
                List.of(),
                null);

        List<Loss> losses = Loss.of(
                List.of(turn("c", "2026-06-01", 0, null), turn("d", "2026-06-01", 0, null)),
                List.of(),
                List.of(green),
                TERMS);

        assertThat(losses).extracting(Loss::green).containsExactly(true, null);
        assertThat(losses.get(0).known()).isEqualTo(green);
    }

    @Test
    void whatShrankByNothingIsNoLoss() {
        assertThat(Loss.of(List.of(turn("c", "2026-06-01", 1_000, null)), List.of(), List.of(), TERMS))
                .isEmpty();
    }

    private static Turn turn(String contract, String on, long after, Reason reason) {
        return new Turn(contract, "acme", Kind.END, LocalDate.parse(on), "EUR", 1_000, after, reason);
    }

    /** On 1 June. */
    private static Turn end(String notice) {
        LocalDate on = LocalDate.of(2026, 6, 1);
        return new Turn("c", "acme", Kind.END, on, "EUR", 800, 0, null, LocalDate.parse(notice));
    }

    private static LossReviewRecord review(String contract, String on, Reason reason, boolean avoidable) {
        return new LossReviewRecord(contract, "acme", 1, LocalDate.parse(on), reason, avoidable, "staff-1");
    }
}
