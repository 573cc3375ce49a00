package io.playcaller.forecast.engine.meeting;

import io.playcaller.forecast.engine.meeting.ForecastMove.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What was expected to renew at one time and at a later one: opening + entered - left + moved = closing, to the minor unit.
 * A contract whose currency changed left in one and entered in the other.
 */
public record ForecastShift(
        String currency, int contracts, long opening, long entered, long left, long moved, long closing) {

    /** How each contract moved, those that moved most money first. */
    public static List<ForecastMove> moves(Collection<ForecastPoint> before, Collection<ForecastPoint> after) {
        Map<String, ForecastPoint> old = new HashMap<>();
        before.forEach(point -> old.put(key(point), point));
        List<ForecastMove> moves = new ArrayList<>();
        after.forEach(point -> moves.add(new ForecastMove(old.remove(key(point)), point)));
        old.values().forEach(point -> moves.add(new ForecastMove(point, null)));
        moves.sort(Comparator.comparingLong((ForecastMove move) -> Math.abs(move.change()))
                .reversed()
                .thenComparing(move -> key(move.some())));
        return moves;
    }

    /** The sums by currency. */
    public static List<ForecastShift> of(Collection<ForecastMove> moves) {
        Map<String, List<ForecastMove>> byCurrency = new TreeMap<>();
        moves.forEach(move -> byCurrency
                .computeIfAbsent(move.some().arr().currency(), none -> new ArrayList<>())
                .add(move));
        return byCurrency.entrySet().stream()
                .map(currency -> of(currency.getKey(), currency.getValue()))
                .toList();
    }

    private static ForecastShift of(String currency, List<ForecastMove> moves) {
        long opening = expected(moves.stream().map(ForecastMove::before));
        long closing = expected(moves.stream().map(ForecastMove::after));
        long entered = changes(moves, Kind.ENTERED);
        long left = -changes(moves, Kind.LEFT);
        return new ForecastShift(
                currency, moves.size(), opening, entered, left, closing - opening - entered + left, closing);
    }

    private static long expected(Stream<ForecastPoint> points) {
        return points.filter(point -> point != null)
                .mapToLong(ForecastPoint::expected)
                .reduce(0, Math::addExact);
    }

    private static long changes(List<ForecastMove> moves, Kind kind) {
        return moves.stream()
                .filter(move -> move.kind() == kind)
                .mapToLong(ForecastMove::change)
                .reduce(0, Math::addExact);
    }

    private static String key(ForecastPoint point) {
        return point.contractId() + "\n" + point.arr().currency();
    }
}
