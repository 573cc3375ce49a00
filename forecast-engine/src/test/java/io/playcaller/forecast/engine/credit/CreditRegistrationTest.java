package io.playcaller.forecast.engine.credit;

import static io.playcaller.forecast.engine.credit.Credits.POLICY;
import static io.playcaller.forecast.engine.credit.Credits.RENEWED;
import static io.playcaller.forecast.engine.credit.Credits.START;
import static io.playcaller.forecast.engine.credit.Credits.base;
import static io.playcaller.forecast.engine.credit.Credits.contract;
import static io.playcaller.forecast.engine.credit.Credits.moves;
import static io.playcaller.forecast.engine.credit.Credits.overlay;
import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.MovementKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CreditRegistrationTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 12, 1);
    private static final ContractRecord OPEN = contract(null, moves("m1", MovementKind.NEW, START, 1_000_01));

    @Test
    void oneOfTheSplitsOfThePolicyMayBeRegisteredBeforeTheRevenueMoves() {
        assertThat(fault(OPEN, MovementKind.RENEWAL, null, base("cleo", "csm", 70), base("abe", "account-manager", 30)))
                .isEmpty();
        assertThat(fault(
                        OPEN,
                        MovementKind.EXPANSION,
                        TODAY.plusDays(9),
                        base("cleo", "csm", 60),
                        base("cid", "csm", 40),
                        overlay("sam", "solutions-engineer", 50)))
                .isEmpty();
    }

    @Test
    void whatThePolicyDoesNotAllowIsRefusedWithWhatItDoes() {
        assertThat(refusal(base("cleo", "csm", 60), base("abe", "account-manager", 40)))
                .startsWith("one of the splits of the policy");
        assertThat(refusal(base("cleo", "csm", 100), overlay("cleo", "csm", 25)))
                .startsWith("each person once");
        assertThat(refusal(base("cleo", "csm", 100), overlay("mia", "marketing", 25)))
                .startsWith("an overlay for one of the roles");
        assertThat(refusal(base("cleo", "csm", 100), overlay("sam", "solutions-engineer", 24)))
                .isEqualTo("an overlay of 25 to 50 percent together");
        assertThat(refusal(
                        base("cleo", "csm", 100),
                        overlay("sam", "solutions-engineer", 30),
                        overlay("sue", "solutions-engineer", 30)))
                .isEqualTo("an overlay of 25 to 50 percent together");
        assertThat(refusal(base("cleo", "csm", 100), base("abe", "account-manager", 0)))
                .startsWith("each share from 1");
        assertThat(refusal()).startsWith("one of the splits of the policy");
        assertThat(fault(OPEN, MovementKind.CHURN, null, base("cleo", "csm", 100)))
                .hasValueSatisfying(fault -> assertThat(fault.code()).isEqualTo("credit.kind"));
    }

    @Test
    void whatHasMovedIsLateForEverybodyButOperationsWithAReason() {
        ContractRecord closed = contract(TODAY.minusDays(1));
        ContractRecord grown = contract(null, moves("m2", MovementKind.EXPANSION, RENEWED, 5_00));

        assertThat(late(closed, MovementKind.RENEWAL, null)).isEqualTo("/from");
        assertThat(late(grown, MovementKind.EXPANSION, null)).isEqualTo("/from");
        assertThat(late(OPEN, MovementKind.EXPANSION, TODAY.minusDays(1))).isEqualTo("/from");
        assertThat(byOps(closed, null, "agreed")).isEqualTo("/from");
        assertThat(byOps(closed, RENEWED, " ")).isEqualTo("/reason");
        assertThat(byOps(closed, RENEWED, "agreed by mail")).isEqualTo("registered");
        assertThat(fault(grown, MovementKind.EXPANSION, RENEWED.plusDays(1), base("cleo", "csm", 100)))
                .isEmpty();
    }

    private static String refusal(CreditShare... shares) {
        return fault(OPEN, MovementKind.EXPANSION, null, shares).orElseThrow().expected();
    }

    private static String late(ContractRecord contract, MovementKind kind, @Nullable LocalDate from) {
        CreditFault fault =
                fault(contract, kind, from, base("cleo", "csm", 100)).orElseThrow();
        assertThat(fault.code()).isEqualTo("credit.late");
        return fault.field();
    }

    private static String byOps(ContractRecord contract, @Nullable LocalDate from, String reason) {
        return new CreditRegistration(MovementKind.RENEWAL, from, List.of(base("cleo", "csm", 100)), reason)
                .fault(POLICY, contract, TODAY, true)
                .map(CreditFault::field)
                .orElse("registered");
    }

    private static Optional<CreditFault> fault(
            ContractRecord contract, MovementKind kind, @Nullable LocalDate from, CreditShare... shares) {
        return new CreditRegistration(kind, from, List.of(shares), null).fault(POLICY, contract, TODAY, false);
    }
}
