package io.playcaller.forecast.portfolio;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.forecast.Category;
import io.playcaller.forecast.engine.portfolio.PortfolioModel;
import io.playcaller.forecast.engine.portfolio.Quantiles;
import io.playcaller.forecast.engine.portfolio.RetentionForecast;
import io.playcaller.forecast.portfolio.Portfolio.Figures;
import io.playcaller.forecast.portfolio.Portfolio.Part;
import io.playcaller.forecast.portfolio.Portfolio.Range;
import io.playcaller.forecast.renewal.Categories;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Computes the figures of the coming quarters. Renewals that are past their day count in the current one. */
public final class QuarterFigures {

    private static final int DIGITS = 4;

    private QuarterFigures() {}

    /**
     * The figures of {@code quarters} quarters from the one of {@code today} on.
     *
     * @param renewals all open contracts
     */
    public static List<Figures> of(List<Renewal> renewals, LocalDate today, int quarters, PortfolioModel model) {
        Map<String, List<Renewal>> byCurrency = new TreeMap<>();
        renewals.forEach(renewal -> byCurrency
                .computeIfAbsent(renewal.currency(), currency -> new ArrayList<>())
                .add(renewal));
        List<Figures> figures = new ArrayList<>();
        Quarter quarter = Quarter.of(today);
        for (int i = 0; i < quarters; i++) {
            LocalDate from = i == 0 ? LocalDate.MIN : quarter.firstDay();
            for (Map.Entry<String, List<Renewal>> currency : byCurrency.entrySet()) {
                figures.add(figures(quarter, from, currency.getKey(), currency.getValue(), model));
            }
            quarter = quarter.next();
        }
        return figures;
    }

    private static Figures figures(
            Quarter quarter, LocalDate from, String currency, List<Renewal> all, PortfolioModel model) {
        List<Renewal> due = all.stream()
                .filter(renewal -> !renewal.renewalOn().isBefore(from)
                        && renewal.renewalOn().isBefore(quarter.end()))
                .toList();
        RetentionForecast forecast =
                model.forecast(due.stream().map(Renewal::outlook).toList());
        long inForce = arr(all);
        return new Figures(
                quarter.toString(),
                currency,
                due.size(),
                new Money(forecast.arr(), currency),
                range(forecast.retained(), 0, forecast.arr()),
                range(forecast.net(), 0, forecast.arr()),
                new Money(inForce, currency),
                range(forecast.retained(), inForce - forecast.arr(), inForce),
                parts(due, currency));
    }

    private static List<Part> parts(List<Renewal> due, String currency) {
        List<Part> parts = new ArrayList<>();
        for (Category category : Categories.ALL) {
            List<Renewal> of = due.stream()
                    .filter(renewal -> renewal.category() == category)
                    .toList();
            parts.add(new Part(category, of.size(), new Money(arr(of), currency)));
        }
        return parts;
    }

    private static long arr(List<Renewal> renewals) {
        return renewals.stream().mapToLong(renewal -> renewal.outlook().arr()).reduce(0, Math::addExact);
    }

    /** Quantiles of an amount on top of what is certain, as shares of a base; 1 where there is nothing to lose. */
    private static Range range(Quantiles amount, long certain, long base) {
        return new Range(
                share(amount.low() + certain, base),
                share(amount.median() + certain, base),
                share(amount.high() + certain, base),
                share(amount.mean() + certain, base));
    }

    private static BigDecimal share(long amount, long base) {
        return base == 0
                ? BigDecimal.ONE.setScale(DIGITS)
                : BigDecimal.valueOf(amount).divide(BigDecimal.valueOf(base), DIGITS, RoundingMode.HALF_EVEN);
    }
}
