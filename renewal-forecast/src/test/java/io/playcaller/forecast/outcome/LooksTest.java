package io.playcaller.forecast.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.MovementKind;
import io.playcaller.contracts.work.AccountAfter;
import io.playcaller.contracts.work.Arm;
import io.playcaller.contracts.work.PlayLookedBack;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.forecast.engine.ledger.AccountTree;
import io.playcaller.forecast.engine.ledger.CustomerContracts;
import io.playcaller.forecast.engine.lift.LiftMetric;
import io.playcaller.forecast.engine.lift.Look;
import io.playcaller.forecast.engine.lift.Look.Seen;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LooksTest {

    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant LOOK = Instant.parse("2026-05-01T12:00:00Z");

    @Test
    void aLookSaysWhatIsKnownOfTheAccountAndNothingElse() {
        AccountAfter after = new AccountAfter(List.of(Reason.COM_PRICE), true, true, null, null);

        List<Look> looks = Looks.of(List.of(look(90, after)), arr(contract()));

        assertThat(looks).hasSize(1);
        assertThat(looks.get(0).seen())
                .containsExactly(
                        new Seen(LiftMetric.RENEWED, "", 1),
                        new Seen(LiftMetric.RECOVERED, "", 1),
                        new Seen(LiftMetric.SCORE, "", 15.5),
                        new Seen(LiftMetric.ARR, "EUR", -30_00));
    }

    @Test
    void theReasonStillOpenIsNoRecovery() {
        AccountAfter after = new AccountAfter(List.of(Reason.USAGE_DROP), null, null, null, null);

        assertThat(Looks.of(List.of(look(30, after)), arr()).get(0).seen())
                .contains(new Seen(LiftMetric.RECOVERED, "", 0));
    }

    @Test
    void anAccountThatWasMergedAwayHasNoOutcomeOfItsOwn() {
        AccountAfter merged = new AccountAfter(List.of(), null, null, null, "other");

        assertThat(Looks.of(List.of(look(90, merged)), arr())).isEmpty();
    }

    @Test
    void revenueThatIsCarriedOverFromAnAccountThatWasMergedIntoThisOneIsNoGain() {
        AccountTree merged = new AccountTree(Map.of(), Map.of("bought", "acme"));
        ContractRecord before = contract("c1", "bought", LocalDate.of(2025, 1, 1), LocalDate.of(2026, 2, 1));
        ContractRecord after = contract("c2", "acme", LocalDate.of(2026, 2, 1), null);

        AccountArr arr = new AccountArr(new CustomerContracts(List.of(before, after), merged));

        LocalDate from = LocalDate.of(2026, 1, 1);
        assertThat(arr.change("acme", from, from.plusDays(90))).containsOnly(entry("EUR", 0L));
        assertThat(arr.change("bought", from, from.plusDays(90))).containsOnly(entry("EUR", -70_00L));
    }

    private static AccountArr arr(ContractRecord... contracts) {
        return new AccountArr(new CustomerContracts(List.of(contracts), AccountTree.flat()));
    }

    private static ContractRecord contract(String id, String account, LocalDate from, @Nullable LocalDate closed) {
        LocalDate until = closed == null ? from.plusYears(1) : closed;
        ContractLine line = new ContractLine("l", "core", new Money(70_00, "EUR"), null, from, until);
        return new ContractRecord(
                id, account, 1, from, from, until, false, 0, null, closed, List.of(line), List.of(), null);
    }

    private static PlayLookedBack look(int daysAfter, AccountAfter after) {
        return new PlayLookedBack(
                new UUID(1, daysAfter),
                "rescue",
                "acme",
                new UUID(2, 2),
                Reason.USAGE_DROP,
                Arm.TREATED,
                PlayOutcome.SUCCEEDED,
                START,
                LOOK,
                daysAfter,
                60_500L,
                null,
                null,
                null,
                45_000L,
                after,
                List.of(),
                10);
    }

    private static ContractRecord contract() {
        LocalDate from = LocalDate.of(2025, 1, 1);
        LocalDate until = LocalDate.of(2027, 1, 1);
        ContractLine line = new ContractLine("l", "core", new Money(70_00, "EUR"), null, from, until);
        return new ContractRecord(
                "c",
                "acme",
                1,
                from,
                from,
                until,
                false,
                0,
                null,
                null,
                List.of(line),
                List.of(
                        new ContractMovement("m1", MovementKind.NEW, from, new Money(100_00, "EUR"), "l", null),
                        new ContractMovement(
                                "m2",
                                MovementKind.CONTRACTION,
                                LocalDate.of(2026, 3, 1),
                                new Money(-30_00, "EUR"),
                                "l",
                                null)),
                null);
    }
}
