package io.playcaller.forecast.engine.credit;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.MovementKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever is registered, corrected and taken back, in any order. */
class CreditAlgebraTest {

    private static final List<List<CreditShare>> ALLOWED = List.of(
            List.of(Credits.base("cleo", "csm", 70), Credits.base("abe", "account-manager", 30)),
            List.of(Credits.base("cleo", "csm", 50), Credits.base("abe", "account-manager", 50)),
            List.of(
                    Credits.base("cleo", "csm", 33),
                    Credits.base("cid", "csm", 67),
                    Credits.overlay("sam", "solutions-engineer", 27)),
            List.of(Credits.base("abe", "account-manager", 100), Credits.overlay("cleo", "csm", 50)));

    /** The contract as somebody tells it, and how often what was registered changed before. */
    record Step(List<Long> amounts, int split) {}

    @Property
    void theStandingCreditIsTheAmountAndNeverMoreThanTheTotal(
            @ForAll("steps") @Size(min = 1, max = 8) List<Step> steps) {
        List<CreditEntry> ledger = new ArrayList<>();
        for (Step step : steps) {
            ledger.addAll(due(step, ledger).entries());

            for (int i = 0; i < step.amounts().size(); i++) {
                long amount = step.amounts().get(i);
                assertThat(sum(ledger, "m" + i, false)).isEqualTo(amount);
                assertThat(sum(ledger, "m" + i, false) + sum(ledger, "m" + i, true))
                        .isLessThanOrEqualTo(amount * Credits.RULE.total() / 100);
            }
            assertThat(due(step, ledger).entries())
                    .as("posting again posts nothing")
                    .isEmpty();
        }
        assertThat(net(ledger, steps.get(steps.size() - 1).amounts().size())).isZero();
    }

    @Property
    void noSplitThatIsAllowedExceedsTheTotal(
            @ForAll @IntRange(min = 0, max = 110) int csm,
            @ForAll @IntRange(min = 0, max = 110) int manager,
            @ForAll @IntRange(min = 0, max = 110) int overlay) {
        List<CreditShare> shares = new ArrayList<>();
        shares.add(Credits.base("cleo", "csm", csm));
        shares.add(Credits.base("abe", "account-manager", manager));
        shares.add(Credits.overlay("sam", "solutions-engineer", overlay));
        shares.removeIf(share -> share.percent() == 0);

        boolean allowed = Credits.RULE.fault(shares).isEmpty();

        assertThat(!allowed || csm + manager == 100 && csm + manager + overlay <= Credits.RULE.total())
                .isTrue();
    }

    private static CreditDue due(Step step, List<CreditEntry> ledger) {
        List<ContractMovement> movements = new ArrayList<>();
        movements.add(Credits.moves("first", MovementKind.NEW, Credits.START, 1_000_01));
        for (int i = 0; i < step.amounts().size(); i++) {
            movements.add(Credits.moves(
                    "m" + i,
                    MovementKind.EXPANSION,
                    Credits.RENEWED.plusDays(i),
                    step.amounts().get(i)));
        }
        CreditSplit split = Credits.split(
                MovementKind.EXPANSION,
                Credits.START,
                "step " + step.split(),
                ALLOWED.get(step.split()).toArray(CreditShare[]::new));
        return CreditDue.of(
                Credits.contract(null, movements.toArray(ContractMovement[]::new)), Credits.books(split), ledger);
    }

    private static long sum(List<CreditEntry> ledger, String movement, boolean overlay) {
        return ledger.stream()
                .filter(entry ->
                        entry.movementId().equals(movement) && entry.share().overlay() == overlay)
                .mapToLong(entry -> entry.amount().minor())
                .sum();
    }

    /** What stands for movements that are no more. */
    private static long net(List<CreditEntry> ledger, int movements) {
        Map<String, Long> sums = new HashMap<>();
        ledger.forEach(entry -> sums.merge(entry.movementId(), entry.amount().minor(), Long::sum));
        for (int i = 0; i < movements; i++) {
            sums.remove("m" + i);
        }
        return sums.values().stream().mapToLong(Math::abs).sum();
    }

    @Provide
    static Arbitrary<List<Step>> steps() {
        Arbitrary<List<Long>> amounts =
                Arbitraries.longs().between(1, 90_000_07).list().ofMaxSize(4);
        Arbitrary<Integer> splits = Arbitraries.integers().between(0, ALLOWED.size() - 1);
        return Combinators.combine(amounts, splits).as(Step::new).list();
    }
}
