package io.playcaller.forecast.kpi;

import io.playcaller.forecast.kpi.Kpi.Value;
import io.playcaller.forecast.kpi.RetentionFigure.Part;
import io.playcaller.forecast.outcome.Figure;
import io.playcaller.forecast.outcome.SaveTable;
import io.playcaller.forecast.outcome.TimeToValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the six figures off what is known of a quarter and the one before. */
public final class KpiFigures {

    /** A figure of two quarters. */
    record Pair(
            @Nullable String currency,
            @Nullable Value now,
            @Nullable Value before,
            @Nullable String note) {}

    private final QuarterFacts now;
    private final QuarterFacts before;

    private KpiFigures(QuarterFacts now, QuarterFacts before) {
        this.now = now;
        this.before = before;
    }

    /** The figures in the order of the page, those of amounts once per currency. */
    public static List<Kpi> of(QuarterFacts now, QuarterFacts before) {
        return new KpiFigures(now, before).all();
    }

    private List<Kpi> all() {
        List<Kpi> items = new ArrayList<>();
        retention(KpiKind.grr(now.retention().said()), RetentionFigure::grr, items);
        items.add(KpiKind.TIME_TO_VALUE.figure(both(KpiFigures::timeToValue, "fewer than half have arrived")));
        items.add(KpiKind.ADOPTION.figure(
                both(KpiFigures::adoption, "no adoption was kept in the quarter's last month")));
        retention(KpiKind.nrr(now.retention().said()), RetentionFigure::nrr, items);
        saves(items);
        items.add(KpiKind.REFERENCES.figure(both(KpiFigures::references, "")));
        return items;
    }

    private Pair both(Function<QuarterFacts, @Nullable Value> figure, String otherwise) {
        Value value = figure.apply(now);
        return new Pair(null, value, figure.apply(before), value == null ? otherwise : null);
    }

    private void retention(KpiKind kind, Function<RetentionFigure, Part> part, List<Kpi> items) {
        List<RetentionFigure> figures = now.retention().figures();
        for (RetentionFigure figure : figures) {
            String currency = figure.currency();
            Optional<Part> earlier = before.retention().figure(currency).map(part);
            items.add(kind.figure(new Pair(
                    currency,
                    retention(now, part.apply(figure)),
                    earlier.map(its -> retention(before, its)).orElse(null),
                    note(part.apply(figure), earlier))));
        }
        if (figures.isEmpty()) {
            items.add(kind.figure(new Pair(null, null, null, "no ARR at the start of the quarter")));
        }
    }

    /** What must be known beside figures of which one may be closed: others by now, or under another definition. */
    private @Nullable String note(Part part, Optional<Part> earlier) {
        Stream<String> knownNow =
                Stream.concat(corrected(now, Optional.of(part)).stream(), corrected(before, earlier).stream());
        Stream<String> means = earlier.isEmpty() || before.retention().meansTheSame(now.retention())
                ? Stream.empty()
                : Stream.of(before.quarter() + " is closed under another definition, NRR: "
                        + KpiKind.nrr(before.retention().said()).meaning().definition());
        String note = Stream.concat(knownNow, means).collect(Collectors.joining("; "));
        return note.isEmpty() ? null : note;
    }

    private static Optional<String> corrected(QuarterFacts of, Optional<Part> part) {
        return part.map(Part::knownNow).map(known -> of.quarter() + " is closed; by what is known now " + known);
    }

    private static Value retention(QuarterFacts of, Part part) {
        Figure figure = part.figure();
        return new Value(
                of.quarter(),
                figure.value(),
                figure.low(),
                figure.high(),
                figure.n(),
                of.retention().said().closedAt());
    }

    private void saves(List<Kpi> items) {
        List<SaveTable.Row> totals =
                now.saves().items().stream().filter(row -> row.reason() == null).toList();
        totals.forEach(row -> items.add(KpiKind.SAVE_RATE.figure(
                new Pair(row.currency(), value(now, row.byAmount()), saves(before, row.currency()), null))));
        if (totals.isEmpty()) {
            items.add(KpiKind.SAVE_RATE.figure(
                    new Pair(null, null, null, "no contract that was at risk was renewed or ended")));
        }
    }

    private static @Nullable Value saves(QuarterFacts of, String currency) {
        return of.saves().items().stream()
                .filter(row -> row.reason() == null && row.currency().equals(currency))
                .findFirst()
                .map(row -> value(of, row.byAmount()))
                .orElse(null);
    }

    private static @Nullable Value timeToValue(QuarterFacts of) {
        TimeToValue.Segment all = of.timeToValue().items().get(0);
        Integer median = all.median().value();
        return median == null
                ? null
                : new Value(
                        of.quarter(),
                        BigDecimal.valueOf(median),
                        decimal(all.median().low()),
                        decimal(all.median().high()),
                        all.n(),
                        null);
    }

    private static @Nullable Value adoption(QuarterFacts of) {
        Figure whole = of.adoption().whole();
        return whole == null ? null : value(of, whole);
    }

    private static Value references(QuarterFacts of) {
        BigDecimal accounts = BigDecimal.valueOf(of.references().accounts());
        return new Value(of.quarter(), accounts, null, null, of.references().customers(), null);
    }

    private static Value value(QuarterFacts of, Figure figure) {
        return new Value(of.quarter(), figure.value(), figure.low(), figure.high(), figure.n(), null);
    }

    private static @Nullable BigDecimal decimal(@Nullable Integer days) {
        return days == null ? null : BigDecimal.valueOf(days);
    }
}
