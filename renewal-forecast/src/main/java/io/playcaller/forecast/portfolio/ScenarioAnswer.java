package io.playcaller.forecast.portfolio;

import io.playcaller.contracts.Money;
import io.playcaller.forecast.portfolio.Portfolio.Definitions;
import io.playcaller.forecast.portfolio.Portfolio.Figures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A scenario beside what is forecast.
 *
 * @param assumed what the scenario assumes, in words
 * @param lifts of each play, in fractions of one, and where each is from: stated or measured
 * @param lost contracts that are lost in it
 * @param recategorised contracts whose category is another one in it
 * @param helped contracts whose account has one of the plays open, but for those that no play lifts
 */
public record ScenarioAnswer(
        Definitions definitions,
        List<String> assumed,
        Map<String, Lift> lifts,
        int lost,
        int recategorised,
        int helped,
        List<Figures> base,
        List<Figures> scenario,
        List<Difference> difference) {

    /** What a play adds to the probability of renewal. */
    public record Lift(BigDecimal points, String from) {}

    /** Scenario less base. */
    public record Difference(
            String quarter, String currency, Money expected, BigDecimal grr, BigDecimal nrr, BigDecimal grrLow) {}

    /** The differences between figures of the same quarters and currencies. */
    public static List<Difference> between(List<Figures> base, List<Figures> scenario) {
        List<Difference> differences = new ArrayList<>();
        for (int i = 0; i < base.size(); i++) {
            Figures was = base.get(i);
            Figures is = scenario.get(i);
            differences.add(new Difference(
                    was.quarter(),
                    was.currency(),
                    new Money(is.expected().minor() - was.expected().minor(), was.currency()),
                    is.grr().mean().subtract(was.grr().mean()),
                    is.nrr().mean().subtract(was.nrr().mean()),
                    is.grr().low().subtract(was.grr().low())));
        }
        return differences;
    }
}
