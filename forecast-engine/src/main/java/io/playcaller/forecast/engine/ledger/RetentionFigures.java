package io.playcaller.forecast.engine.ledger;

import io.playcaller.forecast.engine.currency.Rates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** Computes what a period did to each unit, and sums it up whole and in slices. */
final class RetentionFigures {

    private final Period period;
    private final RetentionDefinition definition;
    private final Valuation valuation;
    private final Function<Unit, String> slice;
    private final Map<String, BridgeSums> whole = new TreeMap<>();
    private final Map<String, Map<String, BridgeSums>> slices = new TreeMap<>();

    RetentionFigures(Period period, RetentionDefinition definition, Rates rates, Function<Unit, String> slice) {
        this.period = period;
        this.definition = definition;
        this.valuation = definition.currencyRule() == CurrencyRule.CONSTANT
                ? new ConstantValuation(period, rates)
                : new PlainValuation(period);
        this.slice = slice;
    }

    static RetentionStatement of(
            OwnedUnits units,
            Period period,
            RetentionDefinition definition,
            Rates rates,
            Function<Unit, String> slice) {
        RetentionFigures figures = new RetentionFigures(period, definition, rates, slice);
        units.forEachOwner(figures::add);
        return figures.statement();
    }

    /** Adds all units of one owner. */
    void add(Map<Unit, Map<String, Timeline>> owner) {
        Map<String, Map<Unit, UnitMove>> byCurrency = new TreeMap<>();
        Map<String, Set<String>> valued = new HashMap<>();
        Map<String, Boolean> before = new HashMap<>();
        owner.forEach((unit, currencies) -> currencies.forEach((from, timeline) -> {
            String currency = valuation.currency(from);
            valuation.move(from, timeline).ifPresent(move -> {
                byCurrency.computeIfAbsent(currency, of -> new TreeMap<>()).merge(unit, move, UnitMove::plus);
                valued.computeIfAbsent(currency, of -> new HashSet<>()).add(from);
            });
            before.merge(currency, timeline.hadBefore(period.from()), Boolean::logicalOr);
        }));
        byCurrency.forEach((currency, moves) -> add(
                currency,
                moves,
                which -> customer(owner, valued.getOrDefault(currency, Set.of()), which),
                before.getOrDefault(currency, false)));
    }

    private void add(
            String currency, Map<Unit, UnitMove> moves, Function<Predicate<Unit>, Customer> customers, boolean before) {
        Customer owner = customers.apply(unit -> true);
        BridgeSums all = whole.computeIfAbsent(currency, of -> new BridgeSums());
        all.logo(owner);
        Set<String> keys = new TreeSet<>();
        moves.forEach((unit, move) -> {
            all.unit(move, owner, before);
            sums(currency, slice.apply(unit)).unit(move, owner, before);
            keys.add(slice.apply(unit));
        });
        keys.forEach(key -> sums(currency, key)
                .logo(
                        keys.size() == 1
                                ? owner
                                : customers.apply(unit -> slice.apply(unit).equals(key))));
    }

    private Customer customer(Map<Unit, Map<String, Timeline>> owner, Set<String> currencies, Predicate<Unit> which) {
        Map<String, List<Timeline>> units = new TreeMap<>();
        owner.forEach((unit, timelines) -> timelines.forEach((currency, timeline) -> {
            if (which.test(unit) && currencies.contains(currency)) {
                units.computeIfAbsent(currency, of -> new ArrayList<>()).add(timeline);
            }
        }));
        return Customer.of(units.values(), period, definition.reactivationGapDays());
    }

    private BridgeSums sums(String currency, String key) {
        return slices.computeIfAbsent(currency, of -> new TreeMap<>()).computeIfAbsent(key, of -> new BridgeSums());
    }

    /** What all that were added come to. */
    RetentionStatement statement() {
        Map<String, RetentionBridge> bridges = new TreeMap<>();
        whole.forEach((currency, sums) -> bridges.put(currency, sums.bridge(period, currency, definition)));
        Map<String, Map<String, RetentionBridge>> sliced = new TreeMap<>();
        slices.forEach((currency, keys) ->
                keys.forEach((key, sums) -> sliced.computeIfAbsent(currency, of -> new TreeMap<>())
                        .put(key, sums.bridge(period, currency, definition))));
        return new RetentionStatement(bridges, sliced, valuation.missing());
    }
}
