package io.playcaller.forecast.engine.lift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.work.Arm;
import io.playcaller.forecast.engine.lift.Lift.Says;
import io.playcaller.forecast.engine.lift.Look.Seen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ReasonLiftsTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final LiftRule RULE = LiftRule.defaults();

    private record Run(String play, Reason reason, String account, Arm arm, int day, boolean recovered) {
        Look look() {
            return new Look(
                    play,
                    reason,
                    play + reason + account + day,
                    account,
                    arm,
                    10,
                    START.plusSeconds(86_400L * day),
                    90,
                    List.of(Seen.that(LiftMetric.RECOVERED, recovered)));
        }
    }

    @Example
    void anAccountCountsUnderTheReasonOfItsFirstRunAlone() {
        List<ReasonLift> lifts = ReasonLifts.of(
                List.of(
                        new Run("rescue", Reason.USAGE_DROP, "acme", Arm.TREATED, 0, true).look(),
                        new Run("rescue", Reason.COM_PRICE, "acme", Arm.TREATED, 9, false).look(),
                        new Run("rescue", Reason.COM_PRICE, "other", Arm.HOLDOUT, 9, false).look()),
                RULE);

        assertThat(lifts)
                .extracting(
                        ReasonLift::reason,
                        its -> its.lift().lift().treated().n(),
                        its -> its.lift().lift().holdout().n())
                .containsExactly(tuple(Reason.COM_PRICE, 0L, 1L), tuple(Reason.USAGE_DROP, 1L, 0L));
    }

    @Example
    void aPlayThatHelpsForOneReasonAloneIsSeenToDoSo() {
        List<Look> looks = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            Arm arm = i % 2 == 0 ? Arm.TREATED : Arm.HOLDOUT;
            boolean evenly = i % 10 < 4;
            looks.add(new Run("rescue", Reason.USAGE_DROP, "u" + i, arm, i, arm == Arm.TREATED || evenly).look());
            looks.add(new Run("rescue", Reason.COM_PRICE, "p" + i, arm, i, evenly).look());
        }

        assertThat(ReasonLifts.of(looks, RULE))
                .extracting(ReasonLift::reason, its -> its.lift().lift().says())
                .containsExactly(tuple(Reason.COM_PRICE, Says.UNCLEAR), tuple(Reason.USAGE_DROP, Says.HELPS));
    }

    @Property(tries = 200)
    void theAccountsOfTheReasonsOfAPlaySumToItsOwn(@ForAll("runs") List<Run> runs) {
        List<Look> looks = runs.stream().map(Run::look).toList();

        List<ReasonLift> byReason = ReasonLifts.of(looks, RULE);

        for (PlayLift play : PlayLifts.of(looks, RULE)) {
            assertThat(byReason.stream()
                            .map(ReasonLift::lift)
                            .filter(its -> its.play().equals(play.play()))
                            .mapToLong(its -> its.lift().treated().n()
                                    + its.lift().holdout().n())
                            .sum())
                    .isEqualTo(play.lift().treated().n() + play.lift().holdout().n());
        }
    }

    @Provide
    Arbitrary<List<Run>> runs() {
        return Combinators.combine(
                        Arbitraries.of("rescue", "sponsor"),
                        Arbitraries.of(Reason.USAGE_DROP, Reason.COM_PRICE, Reason.REL_SPONSOR_LEFT),
                        Arbitraries.of("a", "b", "c", "d", "e"),
                        Arbitraries.of(Arm.TREATED, Arm.HOLDOUT),
                        Arbitraries.integers().between(0, 400),
                        Arbitraries.of(true, false))
                .as(Run::new)
                .list()
                .ofMaxSize(30);
    }
}
