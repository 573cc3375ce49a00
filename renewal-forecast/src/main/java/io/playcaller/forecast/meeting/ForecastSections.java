package io.playcaller.forecast.meeting;

import io.playcaller.contracts.forecast.Category;
import io.playcaller.forecast.engine.meeting.ForecastMove;
import io.playcaller.forecast.engine.meeting.ForecastPoint;
import io.playcaller.forecast.engine.meeting.ForecastShift;
import io.playcaller.forecast.meeting.Section.Meaning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the forecast moved since the meeting before. */
public final class ForecastSections {

    private static final Meaning SHIFT = new Meaning(
            "forecast-shift",
            "What is expected to renew",
            "sum of ARR times renewal probability of open contracts: opening + entered - left + moved = closing",
            "currency",
            Section.EACH_BY_ITSELF);

    private static final Meaning MOVES = new Meaning(
            "forecast-moves",
            "Forecasts that moved",
            "contracts that entered, left, changed category or amount, or whose probability moved by 10 points or more; "
                    + "most money first",
            "contract",
            Section.EACH_BY_ITSELF);

    private static final Meaning RISKS = new Meaning(
            "top-risks",
            "Largest contracts at risk",
            "open contracts in category at-risk or lost, by ARR not expected to renew",
            "contract",
            Section.EACH_BY_ITSELF);

    private ForecastSections() {}

    /** Sums and single moves. */
    public static List<Section> moved(
            Agenda agenda, List<ForecastPoint> before, List<ForecastPoint> after, Faces faces) {
        if (before.isEmpty() && !after.isEmpty()) {
            String because = "no snapshots were kept in the week up to " + agenda.since();
            return List.of(Section.notAvailable(SHIFT, because), Section.notAvailable(MOVES, because));
        }
        List<ForecastMove> moves = ForecastShift.moves(before, after);
        List<List<@Nullable Object>> sums = new ArrayList<>();
        ForecastShift.of(moves)
                .forEach(shift -> sums.add(Arrays.asList(
                        shift.currency(),
                        shift.contracts(),
                        shift.opening(),
                        shift.entered(),
                        shift.left(),
                        shift.moved(),
                        shift.closing())));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        moves.stream()
                .filter(move -> move.kind() != ForecastMove.Kind.STILL)
                .forEach(move -> rows.add(row(move, faces)));
        return List.of(
                Section.of(
                        SHIFT,
                        List.of("currency", "contracts", "opening", "entered", "left", "moved", "closing"),
                        sums),
                Section.of(
                        MOVES,
                        List.of(
                                "contractId",
                                "account",
                                "owner",
                                "what",
                                "currency",
                                "arr",
                                "change",
                                "before",
                                "after",
                                "renewsBefore",
                                "renewsAfter"),
                        rows));
    }

    /** What is most likely lost. */
    public static Section risks(List<ForecastPoint> now, Faces faces) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        now.stream()
                .filter(point -> point.category() == Category.AT_RISK || point.category() == Category.LOST)
                .sorted(Comparator.comparingLong(
                                (ForecastPoint point) -> point.arr().minor() - point.expected())
                        .reversed()
                        .thenComparing(ForecastPoint::contractId))
                .forEach(point -> rows.add(Arrays.asList(
                        point.contractId(),
                        faces.name(point.accountId()),
                        faces.owner(point.accountId()),
                        word(point),
                        point.arr().currency(),
                        point.arr().minor(),
                        point.arr().minor() - point.expected(),
                        Figures.share(point.renews()))));
        return Section.of(
                RISKS,
                List.of("contractId", "account", "owner", "category", "currency", "arr", "atRisk", "renews"),
                rows);
    }

    private static List<@Nullable Object> row(ForecastMove move, Faces faces) {
        ForecastPoint some = move.some();
        ForecastPoint before = move.before();
        ForecastPoint after = move.after();
        return Arrays.asList(
                some.contractId(),
                faces.name(some.accountId()),
                faces.owner(some.accountId()),
                move.kind().key(),
                some.arr().currency(),
                some.arr().minor(),
                move.change(),
                before == null ? null : word(before),
                after == null ? null : word(after),
                before == null ? null : Figures.share(before.renews()),
                after == null ? null : Figures.share(after.renews()));
    }

    private static String word(ForecastPoint point) {
        return point.category().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
