package io.playcaller.forecast.portfolio;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.forecast.Category;
import io.playcaller.forecast.engine.portfolio.AmountDistribution;
import io.playcaller.forecast.engine.portfolio.LogoForecast;
import io.playcaller.forecast.engine.portfolio.PortfolioModel;
import io.playcaller.forecast.engine.portfolio.Quantiles;
import io.playcaller.forecast.engine.portfolio.RetentionDistribution;
import io.playcaller.forecast.engine.portfolio.RetentionForecast;
import io.playcaller.forecast.portfolio.Portfolio.Aim;
import io.playcaller.forecast.portfolio.Portfolio.Figures;
import io.playcaller.forecast.portfolio.Portfolio.Logos;
import io.playcaller.forecast.portfolio.Portfolio.Part;
import io.playcaller.forecast.portfolio.Portfolio.Range;
import io.playcaller.forecast.renewal.Categories;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Computes the figures of the coming quarters. Renewals that are past their day and undecided count in the current one.
 *
 * @param targets those in force, of the whole and of segments
 */
public record QuarterFigures(PortfolioModel model, By by, List<Target> targets) {

    private static final int DIGITS = 4;

    /**
     * The figures of {@code quarters} quarters from the one of today on, in order of quarter, currency and group.
     *
     * @param renewals all open contracts, divided by product where that is what they are told apart by
     */
    public List<Figures> of(Renewals renewals, int quarters) {
        List<Cohort> cohorts = Cohort.of(renewals.all(), by);
        List<Figures> figures = new ArrayList<>();
        Quarter quarter = Quarter.of(renewals.today());
        for (int i = 0; i < quarters; i++) {
            LocalDate from = i == 0 ? LocalDate.MIN : quarter.firstDay();
            for (Cohort cohort : cohorts) {
                figures.add(figures(quarter, from, cohort));
            }
            quarter = quarter.next();
        }
        return figures;
    }

    /** How many groups {@code renewals} have. */
    public int groups(Renewals renewals) {
        return Cohort.of(renewals.all(), by).size();
    }

    private Figures figures(Quarter quarter, LocalDate from, Cohort cohort) {
        List<Renewal> due = cohort.due(from, quarter.end());
        RetentionDistribution kept =
                model.distribution(due.stream().map(Renewal::outlook).toList());
        RetentionForecast forecast = kept.forecast();
        String currency = cohort.currency();
        long inForce = cohort.arr();
        long notDue = inForce - kept.arr();
        return new Figures(
                quarter.toString(),
                cohort.group(),
                currency,
                due.size(),
                new Money(kept.arr(), currency),
                new Money(kept.expectedRetained(), currency),
                range(forecast.retained(), 0, kept.arr()),
                range(forecast.net(), 0, kept.arr()),
                new Money(inForce, currency),
                range(forecast.retained(), notDue, inForce),
                range(forecast.net(), notDue, inForce),
                logos(cohort.logos(from, quarter.end(), model)),
                parts(due, currency),
                aim(quarter, cohort, kept));
    }

    private static Logos logos(LogoForecast logos) {
        return new Logos(logos.accounts(), logos.due(), range(logos.kept(), 0, logos.accounts()));
    }

    /** Of a tier, say, no target is set, though one may be called as a segment is. */
    private @Nullable Aim aim(Quarter quarter, Cohort cohort, RetentionDistribution kept) {
        if (by != By.WHOLE && by != By.SEGMENT) {
            return null;
        }
        return targets.stream()
                .filter(target -> target.quarter().equals(quarter.toString())
                        && target.segment().equals(cohort.group())
                        && target.currency().equals(cohort.currency()))
                .findFirst()
                .map(target -> new Aim(
                        target.grr(),
                        reached(target.grr(), kept, RetentionDistribution::retained),
                        target.nrr(),
                        reached(target.nrr(), kept, RetentionDistribution::net)))
                .orElse(null);
    }

    private static @Nullable BigDecimal reached(
            @Nullable BigDecimal share,
            RetentionDistribution kept,
            Function<RetentionDistribution, AmountDistribution> of) {
        if (share == null) {
            return null;
        }
        long amount = share.multiply(BigDecimal.valueOf(kept.arr()))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
        double probability = kept.arr() == 0 ? 1 : of.apply(kept).atLeast(amount);
        return BigDecimal.valueOf(probability).setScale(DIGITS, RoundingMode.HALF_EVEN);
    }

    private static List<Part> parts(List<Renewal> due, String currency) {
        List<Part> parts = new ArrayList<>();
        for (Category category : Categories.ALL) {
            List<Renewal> of = due.stream()
                    .filter(renewal -> renewal.category() == category)
                    .toList();
            parts.add(new Part(category, of.size(), new Money(Cohort.arr(of), currency)));
        }
        return parts;
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
