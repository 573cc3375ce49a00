package io.playcaller.forecast.engine.ledger;

import io.playcaller.forecast.engine.currency.Rates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Computes what a period did to each unit, and sums it up whole and in slices: owner by owner, so that the timelines of one are held at a
 * time and not those of all.
 */
final class RetentionFigures {

    private final Period period;
    private final RetentionDefinition definition;
    private final Function<Unit, String> slice;
    private final Map<String, BridgeSums> whole = new TreeMap<>();
    private final Map<String, Map<String, BridgeSums>> slices = new TreeMap<>();

    private RetentionFigures(Period period, RetentionDefinition definition, Function<Unit, String> slice) {
        this.period = period;
        this.definition = definition;
        this.slice = slice;
    }

    static RetentionStatement of(
            Map<Unit, Map<String, List<Posting>>> units,
            Period period,
            RetentionDefinition definition,
            Rates rates,
            Function<Unit, String> slice) {
        RetentionFigures figures = new RetentionFigures(period, definition, slice);
        Valuation valuation = definition.currencyRule() == CurrencyRule.CONSTANT
                ? new ConstantValuation(period, rates)
                : new PlainValuation(period);
        Map<String, List<Unit>> byOwner = new TreeMap<>();
        units.keySet()
                .forEach(unit -> byOwner.computeIfAbsent(unit.owner(), owner -> new ArrayList<>())
                        .add(unit));
        byOwner.values().forEach(owner -> figures.add(figures.timelines(owner, units), valuation));
        return figures.statement(valuation.missing());
    }

    private Map<Unit, Map<String, Timeline>> timelines(List<Unit> owner, Map<Unit, Map<String, List<Posting>>> units) {
        Map<Unit, Map<String, Timeline>> timelines = new TreeMap<>();
        for (Unit unit : owner) {
            Map<String, Timeline> byCurrency = timelines.computeIfAbsent(unit, any -> new TreeMap<>());
            units.getOrDefault(unit, Map.of())
                    .forEach((currency, postings) ->
                            byCurrency.put(currency, Timeline.of(postings, definition.reactivationGapDays())));
        }
        return timelines;
    }

    private void add(Map<Unit, Map<String, Timeline>> owner, Valuation valuation) {
        Map<String, Map<Unit, UnitMove>> byCurrency = new TreeMap<>();
        Map<String, Boolean> before = new HashMap<>();
        owner.forEach((unit, currencies) -> currencies.forEach((currency, timeline) -> {
            valuation
                    .move(currency, timeline)
                    .ifPresent(move -> byCurrency
                            .computeIfAbsent(valuation.currency(currency), of -> new TreeMap<>())
                            .merge(unit, move, UnitMove::plus));
            before.merge(valuation.currency(currency), timeline.hadBefore(period.from()), Boolean::logicalOr);
        }));
        byCurrency.forEach((currency, moves) -> add(currency, moves, before.getOrDefault(currency, false)));
    }

    private void add(String currency, Map<Unit, UnitMove> moves, boolean before) {
        UnitMove owner = moves.values().stream().reduce(UnitMove.NONE, UnitMove::plus);
        BridgeSums all = whole.computeIfAbsent(currency, of -> new BridgeSums());
        all.logo(owner.from(), owner.to());
        Map<String, UnitMove> bySlice = new TreeMap<>();
        moves.forEach((unit, move) -> {
            all.unit(move, owner, before);
            sums(currency, slice.apply(unit)).unit(move, owner, before);
            bySlice.merge(slice.apply(unit), move, UnitMove::plus);
        });
        bySlice.forEach((key, move) -> sums(currency, key).logo(move.from(), move.to()));
    }

    private BridgeSums sums(String currency, String key) {
        return slices.computeIfAbsent(currency, of -> new TreeMap<>()).computeIfAbsent(key, of -> new BridgeSums());
    }

    private RetentionStatement statement(List<MissingRate> missing) {
        Map<String, RetentionBridge> bridges = new TreeMap<>();
        whole.forEach((currency, sums) -> bridges.put(currency, sums.bridge(period, currency, definition)));
        Map<String, Map<String, RetentionBridge>> sliced = new TreeMap<>();
        slices.forEach((currency, keys) ->
                keys.forEach((key, sums) -> sliced.computeIfAbsent(currency, of -> new TreeMap<>())
                        .put(key, sums.bridge(period, currency, definition))));
        return new RetentionStatement(bridges, sliced, missing);
    }
}
