package io.playcaller.forecast.meeting;

import io.playcaller.contracts.forecast.Category;
import io.playcaller.forecast.engine.meeting.ForecastPoint;
import io.playcaller.forecast.meeting.Section.Meaning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where forecasts say that money is at risk. */
public final class ForecastSections {

    private static final Meaning RISKS = new Meaning(
            "top-risks",
            "Largest contracts at risk",
            "open contracts in category at-risk or lost, by ARR not expected to renew",
            "contract",
            Section.EACH_BY_ITSELF);

    private ForecastSections() {}

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

    private static String word(ForecastPoint point) {
        return point.category().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
