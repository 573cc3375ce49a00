package io.playcaller.forecast.engine.credit;

import static io.playcaller.forecast.engine.credit.Credits.RENEWED;
import static io.playcaller.forecast.engine.credit.Credits.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.MovementKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What keeps a contract is credited once, however the renewal is written. */
class RenewalCreditTest {

    private static final ContractMovement LARGE = moves("new-a", MovementKind.NEW, "a", 100_00);
    private static final ContractMovement SMALL = moves("new-b", MovementKind.NEW, "b", 50_00);

    @Test
    void aRenewalOfALineIsCreditedWithThatLine() {
        assertThat(credited(LARGE, SMALL, renews("r-a", "a", 0), renews("r-b", "b", 0)))
                .containsExactly(Map.entry("r-a", 100_00L), Map.entry("r-b", 50_00L));
    }

    @Test
    void aLineThatNoRenewalNamesIsOfTheRenewalThatNamesNone() {
        assertThat(credited(LARGE, SMALL, renews("r", null, 0), renews("r-b", "b", 7_00)))
                .containsExactly(Map.entry("r", 100_00L), Map.entry("r-b", 57_00L));
        assertThat(credited(LARGE, SMALL, renews("r-b", "b", 0))).containsExactly(Map.entry("r-b", 50_00L));
    }

    @Test
    void severalRenewalsOfTheSameShareIt() {
        assertThat(credited(LARGE, SMALL, renews("r1", null, 0), renews("r2", null, 0)))
                .containsExactly(Map.entry("r1", 75_00L), Map.entry("r2", 75_00L));
    }

    @Test
    void whatIsLostOnTheDayIsCreditedToNobody() {
        assertThat(credited(LARGE, SMALL, renews("r-a", "a", -40_00), renews("r-b", "b", 0)))
                .containsExactly(Map.entry("r-a", 60_00L), Map.entry("r-b", 50_00L));
        assertThat(credited(
                        LARGE,
                        SMALL,
                        renews("r-a", "a", 0),
                        renews("r-b", "b", 0),
                        moves("less", MovementKind.CONTRACTION, null, -75_00)))
                .containsExactly(Map.entry("r-a", 50_00L), Map.entry("r-b", 25_00L));
    }

    @Test
    void aMovementThatIsToldTwiceCountsOnce() {
        assertThat(credited(LARGE, LARGE, renews("r-a", "a", 0))).containsExactly(Map.entry("r-a", 100_00L));
    }

    /** Parts of lines that no one names, and of none, among them. */
    @Property
    void neverMoreThanWasThereAndWhatWasWon(@ForAll("deltas") @Size(min = 1, max = 6) List<ContractMovement> onTheDay) {
        List<ContractMovement> movements = new ArrayList<>(List.of(LARGE, SMALL));
        for (int i = 0; i < onTheDay.size(); i++) {
            ContractMovement drawn = onTheDay.get(i);
            movements.add(
                    moves("m" + i, drawn.kind(), drawn.lineId(), drawn.delta().minor()));
        }

        long credited = credited(movements.toArray(ContractMovement[]::new)).values().stream()
                .mapToLong(Long::longValue)
                .sum();

        long won = onTheDay.stream()
                .mapToLong(movement -> Math.max(0, movement.delta().minor()))
                .sum();
        assertThat(credited).isBetween(0L, 150_00L + won);
    }

    @Provide
    static Arbitrary<List<ContractMovement>> deltas() {
        Arbitrary<MovementKind> kinds = Arbitraries.of(MovementKind.RENEWAL, MovementKind.EXPANSION);
        Arbitrary<@Nullable String> lines = Arbitraries.of("a", "b").injectNull(0.3);
        return Combinators.combine(kinds, lines, Arbitraries.longs().between(-9_99, 20_01))
                .as((kind, line, delta) ->
                        moves("m", kind, line, kind == MovementKind.EXPANSION ? Math.abs(delta) : delta))
                .list();
    }

    /** What stands for each movement that is credited. */
    private static Map<String, Long> credited(ContractMovement... movements) {
        CreditDue due = CreditDue.of(Credits.contract(null, movements), Credits.books(), List.of());
        assertThat(due.open()).isEmpty();
        return due.entries().stream()
                .collect(Collectors.toMap(
                        CreditEntry::movementId, entry -> entry.amount().minor(), Long::sum, TreeMap::new));
    }

    private static ContractMovement renews(String id, @Nullable String line, long delta) {
        return moves(id, MovementKind.RENEWAL, line, delta);
    }

    private static ContractMovement moves(String id, MovementKind kind, @Nullable String line, long delta) {
        return new ContractMovement(
                id, kind, kind == MovementKind.NEW ? START : RENEWED, new Money(delta, "EUR"), line, null);
    }
}
