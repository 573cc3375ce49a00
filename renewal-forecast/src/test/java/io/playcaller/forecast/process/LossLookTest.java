package io.playcaller.forecast.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.SignalKind;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.LossReviewRecord;
import io.playcaller.contracts.register.Owner;
import io.playcaller.forecast.engine.process.Episode;
import io.playcaller.forecast.engine.process.EpisodeChange;
import io.playcaller.forecast.engine.review.Turn;
import io.playcaller.forecast.outcome.Loss;
import io.playcaller.forecast.process.AccountProfile.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LossLookTest {

    private static final LocalDate LOST = LocalDate.of(2026, 3, 2);
    private static final LocalDate KNOWN = LOST.minusDays(200);
    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Kind POOLED = new Kind("smb", "pooled", "churned", THEN);
    private static final Owner ANA = new Owner("csm", "ana", LocalDate.of(2025, 1, 1), null);

    @Test
    void aLossIsASignalFromTheDayAfterItsReviewWasDue() {
        assertThat(look(POOLED, List.of(), waiting(7, turn("c1", 0))).signals()).isEmpty();

        SignalChanged overdue =
                look(POOLED, List.of(), waiting(8, turn("c1", 0)), 8).signals().get(0);

        assertThat(overdue.state()).isEqualTo(SignalState.OPENED);
        assertThat(overdue.kind()).isEqualTo(SignalKind.LIFECYCLE);
        assertThat(overdue.sentence())
                .isEqualTo("A loss was not reviewed in time: contract c1 ended on 2026-03-02, the review was due by"
                        + " 2026-03-09");
        assertThat(overdue.account().owners()).containsExactly(ANA);
    }

    @Test
    void lookedAtAgainItSaysNothingUntilItWasReviewed() {
        LossLook first = look(POOLED, List.of(), waiting(8, turn("c1", 0)), 8);

        LossLook again = look(POOLED, episodes(first), waiting(20, turn("c1", 0)), 20);
        SignalChanged reviewed =
                look(POOLED, episodes(first), List.of(), 21).signals().get(0);

        assertThat(again.signals()).isEmpty();
        assertThat(reviewed.state()).isEqualTo(SignalState.CLEARED);
        assertThat(reviewed.episodeId()).isEqualTo(first.signals().get(0).episodeId());
    }

    @Test
    void itWaitsUntilItIsKnownWhatKindOfCustomerItIs() {
        assertThat(look(null, List.of(), waiting(8, turn("c1", 0)), 8).signals())
                .isEmpty();
    }

    @Test
    void whatWasReviewedIsHistoryOrTooLongAgoDoesNotWait() {
        List<Turn> turns = List.of(turn("reviewed", 0), turn("imported", 0), turn("partly", 400));
        List<LossReviewRecord> reviews =
                List.of(new LossReviewRecord("reviewed", "acme", 1, LOST.plusDays(2), Reason.COM_PRICE, true, "ana"));
        Map<String, LocalDate> known = Map.of("reviewed", KNOWN, "partly", LOST);

        assertThat(WaitingLoss.of(turns, reviews, known, terms(8)))
                .containsExactly(new WaitingLoss("partly", "acme", LOST, LOST.plusDays(7), false));
        assertThat(WaitingLoss.of(turns, reviews, Map.of("imported", LOST.plusDays(1)), terms(8)))
                .isEmpty();
        assertThat(WaitingLoss.of(turns, reviews, known, terms(97))).hasSize(1);
        assertThat(WaitingLoss.of(turns, reviews, known, terms(98))).isEmpty();
    }

    @Test
    void ofAContractOnlyTheLastLossWaits() {
        Turn earlier = new Turn("c1", "acme", Turn.Kind.CONTRACTION, LOST.minusDays(30), "EUR", 1_500, 1_000, null);

        assertThat(waiting(8, turn("c1", 0), earlier))
                .extracting(WaitingLoss::on)
                .containsExactly(LOST);
    }

    @Test
    void aContractThatIsClosedAndRunsOnIsLookedAtUntilItsDay() {
        List<ContractRecord> contracts = List.of(
                ends("c1", LOST, LOST.minusDays(60)),
                ends("c2", LOST.minusDays(9), LOST.minusDays(9)),
                ends("c3", LOST, null));

        List<WaitingLoss> ahead = WaitingLoss.ahead(contracts, terms(-9));

        assertThat(ahead).containsExactly(new WaitingLoss("c1", "acme", LOST, LOST.plusDays(7), true));
        assertThat(look(POOLED, List.of(), ahead, -9).signals()).isEmpty();
        assertThat(WaitingLoss.ahead(contracts, terms(0))).isEmpty();
    }

    private static ContractRecord ends(String contract, LocalDate endsOn, @Nullable LocalDate closedOn) {
        LocalDate startsOn = LOST.minusYears(1);
        return new ContractRecord(
                contract, "acme", 1, startsOn, startsOn, endsOn, false, 0, null, closedOn, List.of(), List.of(), null);
    }

    private static LossLook look(@Nullable Kind kind, List<Episode> episodes, List<WaitingLoss> losses) {
        return look(kind, episodes, losses, 7);
    }

    private static LossLook look(@Nullable Kind kind, List<Episode> episodes, List<WaitingLoss> losses, int daysAfter) {
        AccountProfile profile = new AccountProfile("Acme", null, kind, List.of(ANA), 1, 1);
        LoadedAccount account = new LoadedAccount("acme", profile, List.of(), List.of(), Map.of());
        return LossLook.of(
                account, losses, episodes, LOST.plusDays(daysAfter).atTime(9, 0).toInstant(ZoneOffset.UTC));
    }

    private static List<WaitingLoss> waiting(int daysAfter, Turn... turns) {
        return WaitingLoss.of(List.of(turns), List.of(), Map.of("c1", KNOWN), terms(daysAfter));
    }

    private static Loss.Terms terms(int daysAfter) {
        return new Loss.Terms(7, LOST.plusDays(daysAfter));
    }

    private static Turn turn(String contract, long after) {
        return new Turn(contract, "acme", Turn.Kind.END, LOST, "EUR", 1_000, after, null);
    }

    private static List<Episode> episodes(LossLook look) {
        return look.changes().stream().map(EpisodeChange::after).toList();
    }
}
