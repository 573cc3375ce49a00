package io.playcaller.forecast.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.contracts.register.LossReviewRecord;
import io.playcaller.contracts.register.OwnersRecord;
import io.playcaller.contracts.register.ReferencesRecord;
import io.playcaller.contracts.work.AccountAfter;
import io.playcaller.contracts.work.Arm;
import io.playcaller.contracts.work.PlayEnded;
import io.playcaller.contracts.work.PlayLookedBack;
import io.playcaller.contracts.work.PlayOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ToldTest {

    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    private final Told told = new Told();

    @Test
    void whoOwnsAnAccountAndWhatItIsChangesHowItsRenewalsStand() {
        told.owners(new OwnersRecord("acme", 2, List.of()));
        told.account(new AccountRecord("beta", 1, "Beta", null, null, null, null, false, List.of()));

        assertThat(told.accountIds()).containsExactly("acme", "beta");
    }

    @Test
    void whoLendsTheirNameIsKeptAndNotLookedAt() {
        told.outcomes().take(new ReferencesRecord("acme", 1, List.of()));

        assertThat(told.accountIds()).isEmpty();
        assertThat(told.isEmpty()).isFalse();
    }

    @Test
    void reviewsOfTwoLossesOfOneContractAreKeptAndOfOneDayTheNewest() {
        LossReviewRecord shrunk = review(1, LocalDate.of(2026, 3, 4));
        LossReviewRecord ended = review(2, LocalDate.of(2026, 6, 3));

        List.of(shrunk, ended, shrunk.withVersion(3)).forEach(told.outcomes()::take);

        assertThat(told.outcomes().lossReviews()).containsExactly(shrunk.withVersion(3), ended);
    }

    private static LossReviewRecord review(long version, LocalDate on) {
        return new LossReviewRecord("c1", "acme", version, on, Reason.COM_PRICE, true, "ana");
    }

    @Test
    void aLookBackFromTheEndOfARunIsNotComparedByWhereasOneFromItsStartIs() {
        told.outcomes().take(ended(30));
        assertThat(told.isEmpty()).isTrue();

        told.outcomes().take(ended(0));
        told.outcomes().take(look(30));
        told.outcomes().take(look(60));

        assertThat(told.outcomes().playEnds()).containsExactly(ended(0));
        assertThat(told.outcomes().looks()).containsExactly(look(30), look(60));
    }

    private static PlayEnded ended(int daysAfter) {
        return new PlayEnded(
                new UUID(1, 1),
                "rescue",
                "acme",
                new UUID(2, 2),
                Reason.USAGE_DROP,
                Arm.TREATED,
                PlayOutcome.SUCCEEDED,
                START,
                START.plus(Duration.ofDays(7L + daysAfter)),
                daysAfter,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static PlayLookedBack look(int daysAfter) {
        return new PlayLookedBack(
                new UUID(1, 1),
                "rescue",
                "acme",
                new UUID(2, 2),
                Reason.USAGE_DROP,
                Arm.TREATED,
                null,
                START,
                START.plus(Duration.ofDays(daysAfter)),
                daysAfter,
                null,
                null,
                null,
                null,
                null,
                new AccountAfter(List.of(), null, null, null, null),
                List.of(),
                10);
    }
}
