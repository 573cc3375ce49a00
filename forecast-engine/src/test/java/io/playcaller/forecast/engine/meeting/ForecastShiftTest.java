package io.playcaller.forecast.engine.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.forecast.Category;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ForecastShiftTest {

    @Test
    void theMovesSayWhatBecameOfEachAndThoseOfMostMoneyComeFirst() {
        List<ForecastMove> moves = ForecastShift.moves(
                List.of(
                        point("a", 100_00, 900_000, Category.COMMIT),
                        point("b", 500_00, 800_000, Category.BEST_CASE),
                        point("c", 10_00, 700_000, Category.BEST_CASE),
                        point("d", 20_00, 500_000, Category.AT_RISK)),
                List.of(
                        point("a", 100_00, 550_000, Category.AT_RISK),
                        point("b", 500_00, 790_000, Category.BEST_CASE),
                        point("c", 30_00, 700_000, Category.BEST_CASE),
                        point("e", 40_00, 250_000, Category.AT_RISK)));

        assertThat(moves)
                .extracting(move -> move.some().contractId() + " " + move.kind().key() + " " + move.change())
                .containsExactly("a category -3500", "c amount 1400", "d left -1000", "e entered 1000", "b still -500");
        assertThat(ForecastShift.of(moves))
                .containsExactly(new ForecastShift("EUR", 5, 507_00, 10_00, 10_00, -26_00, 481_00));
    }

    @Property
    void theSumsAlwaysClose(@ForAll("points") List<ForecastPoint> before, @ForAll("points") List<ForecastPoint> after) {
        List<ForecastMove> moves = ForecastShift.moves(byId(before), byId(after));

        assertThat(ForecastShift.of(moves))
                .allMatch(shift -> shift.opening() + shift.entered() - shift.left() + shift.moved() == shift.closing());
        assertThat(ForecastShift.of(moves).stream()
                        .mapToLong(shift -> shift.closing() - shift.opening())
                        .sum())
                .isEqualTo(moves.stream().mapToLong(ForecastMove::change).sum());
    }

    private static List<ForecastPoint> byId(List<ForecastPoint> points) {
        Map<String, ForecastPoint> once = new TreeMap<>();
        points.forEach(point -> once.put(point.contractId(), point));
        return List.copyOf(once.values());
    }

    @Provide
    static Arbitrary<List<ForecastPoint>> points() {
        return Combinators.combine(
                        Arbitraries.of("a", "b", "c", "d"),
                        Arbitraries.of("EUR", "USD"),
                        Arbitraries.longs().between(0, 1_000_000_00),
                        Arbitraries.integers().between(0, 1_000_000))
                .as((id, currency, arr, renews) ->
                        new ForecastPoint(id, "acme", new Money(arr, currency), renews, Category.COMMIT))
                .list()
                .ofMaxSize(6);
    }

    private static ForecastPoint point(String id, long arr, int renews, Category category) {
        return new ForecastPoint(id, "acme", new Money(arr, "EUR"), renews, category);
    }
}
