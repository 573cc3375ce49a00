package io.playcaller.router.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.health.Grade;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.work.AccountAfter;
import io.playcaller.contracts.work.Arm;
import io.playcaller.contracts.work.PlayEnded;
import io.playcaller.contracts.work.PlayLookedBack;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.router.account.AccountState;
import io.playcaller.router.outcome.RunStanding.End;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LookTest {

    private static final UUID RUN = UUID.fromString("5f0c1d3e-6a8b-5c47-9d2f-70c1ca11e403");
    private static final Instant STARTED = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant ENDED = Instant.parse("2026-03-20T10:00:00Z");
    private static final AccountState STATE =
            new AccountState(62_000L, Grade.C, "adoption", new Money(6_000_000, "EUR"));

    @Test
    void aRunIsLookedBackAtThirtySixtyAndNinetyDaysAfterItBeganWheneverItEndsAndWhateverTheClocksOfTheWorldDo() {
        assertThat(Look.back(RUN, STARTED))
                .extracting(Look::days, Look::dueAt)
                .containsExactly(
                        tuple(30, Instant.parse("2026-04-01T10:00:00Z")),
                        tuple(60, Instant.parse("2026-05-01T10:00:00Z")),
                        tuple(90, Instant.parse("2026-05-31T10:00:00Z")));
    }

    @Test
    void aLaterLookHasAHigherRevisionThanTheEndWhichHasTheFirst() {
        assertThat(Look.rev(Look.atEnd(RUN, ENDED).days())).isEqualTo(1);
        assertThat(Look.back(RUN, STARTED))
                .extracting(look -> Look.rev(look.days()))
                .containsExactly(2L, 3L, 4L);
    }

    @Test
    void aLookSaysHowTheAccountStandsAndWhatBecameOfIt() {
        AccountAfter after = new AccountAfter(List.of(Reason.USAGE_DROP), true, false, null, null);

        PlayLookedBack said = standing(after).lookedBack(30, STARTED.plusSeconds(2_592_000));

        assertThat(said.arm()).isEqualTo(Arm.HOLDOUT);
        assertThat(said.daysAfter()).isEqualTo(30);
        assertThat(said.score()).isEqualTo(62_000);
        assertThat(said.scoreAtStart()).isEqualTo(58_000);
        assertThat(said.after()).isEqualTo(after);
        assertThat(said.content()).containsExactly("silent-1");
        assertThat(said.outcome()).isEqualTo(PlayOutcome.EXPIRED);
    }

    @Test
    void ofARunThatIsStillOpenALookBackSaysNoEnd() {
        AccountAfter after = new AccountAfter(List.of(Reason.USAGE_DROP), false, false, null, null);

        PlayLookedBack said = standing(after, null).lookedBack(30, STARTED.plusSeconds(2_592_000));

        assertThat(said.outcome()).isNull();
        assertThat(said.after()).isEqualTo(after);
    }

    @Test
    void anAccountThatWasMergedHasNoStandingOfItsOwn() {
        AccountAfter after = new AccountAfter(List.of(Reason.USAGE_DROP), true, false, false, "b");

        PlayEnded said = standing(after).ended();

        assertThat(said.score()).isNull();
        assertThat(said.arr()).isNull();
        assertThat(said.scoreAtStart()).isEqualTo(58_000);
        assertThat(said.after()).isEqualTo(new AccountAfter(List.of(), null, null, null, "b"));
    }

    private static RunStanding standing(AccountAfter after) {
        return standing(after, new End(PlayOutcome.EXPIRED, ENDED));
    }

    private static RunStanding standing(AccountAfter after, @Nullable End end) {
        return new RunStanding(
                RUN,
                "usage-drop",
                "a",
                UUID.randomUUID(),
                Reason.USAGE_DROP,
                Arm.HOLDOUT,
                5,
                STARTED,
                end,
                58_000L,
                STATE,
                after,
                List.of("silent-1"));
    }
}
