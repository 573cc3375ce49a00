package io.playcaller.forecast.portfolio;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.forecast.Category;
import io.playcaller.forecast.engine.portfolio.AmountDistribution;
import io.playcaller.forecast.engine.portfolio.ContractOutlook;
import io.playcaller.forecast.engine.portfolio.LogoForecast;
import io.playcaller.forecast.engine.portfolio.PortfolioModel;
import io.playcaller.forecast.engine.portfolio.Quantiles;
import io.playcaller.forecast.engine.portfolio.RetentionDistribution;
import io.playcaller.forecast.engine.portfolio.RetentionForecast;
import io.playcaller.forecast.portfolio.Portfolio.Aim;
import io.playcaller.forecast.portfolio.Portfolio.Decided;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Computes the figures of the coming quarters. Renewals that are past their day and undecided count in the current one. Those that are decided
 * enter as what they became, which varies no more.
 *
 * @param targets those in force, of the whole and of segments
 */
public record QuarterFigures(PortfolioModel model, By by, List<Target> targets) {

    private static final int DIGITS = 4;

    /**
     * The figures of {@code quarters} quarters from the one of today on, in order of quarter, currency and group.
     *
     * @param renewals of all contracts, divided by product where that is what they are told apart by
     */
    public List<Figures> of(Renewals renewals, int quarters) {
        return of(PortfolioGroup.of(renewals, by), renewals.today(), quarters);
    }

    /** The same; empty where that would be more than {@code most}. */
    public Optional<List<Figures>> of(Renewals renewals, int quarters, int most) {
        List<PortfolioGroup> groups = PortfolioGroup.of(renewals, by);
        return groups.size() * quarters > most ? Optional.empty() : Optional.of(of(groups, renewals.today(), quarters));
    }

    private List<Figures> of(List<PortfolioGroup> groups, LocalDate today, int quarters) {
        List<Figures> figures = new ArrayList<>();
        Quarter quarter = Quarter.of(today);
        for (int i = 0; i < quarters; i++) {
            for (PortfolioGroup group : groups) {
                figures.add(figures(quarter, group, InQuarter.of(group, quarter, today)));
            }
            quarter = quarter.next();
        }
        return figures;
    }

    private Figures figures(Quarter quarter, PortfolioGroup group, InQuarter in) {
        List<ContractOutlook> outlooks = in.outlooks();
        RetentionDistribution open = model.distribution(outlooks);
        RetentionForecast forecast = open.forecast();
        InForceToday inForce = in.inForce();
        RetentionForecast left = inForce.due().equals(outlooks) ? forecast : model.forecast(inForce.due());
        String currency = group.currency();
        Decided decided = Decided.of(in.decided(), currency);
        long base = Math.addExact(open.arr(), decided.arr().minor());
        return new Figures(
                quarter.toString(),
                group.group(),
                currency,
                in.due().size(),
                new Money(open.arr(), currency),
                new Money(open.expectedRetained(), currency),
                decided,
                range(forecast.retained(), decided.kept().minor(), base),
                range(forecast.net(), decided.net().minor(), base),
                new Money(inForce.arr(), currency),
                range(left.retained(), inForce.kept(), inForce.arr()),
                range(left.net(), inForce.net(), inForce.arr()),
                logos(inForce.logos(model)),
                parts(in.due(), currency),
                aim(quarter, group, open, decided));
    }

    private static Logos logos(LogoForecast logos) {
        return new Logos(logos.accounts(), logos.due(), range(logos.kept(), 0, logos.accounts()));
    }

    /** Of a tier, say, no target is set, though one may be called as a segment is. */
    private @Nullable Aim aim(Quarter quarter, PortfolioGroup group, RetentionDistribution open, Decided decided) {
        if (by != By.WHOLE && by != By.SEGMENT) {
            return null;
        }
        long base = Math.addExact(open.arr(), decided.arr().minor());
        return targets.stream()
                .filter(target -> target.quarter().equals(quarter.toString())
                        && target.segment().equals(group.group())
                        && target.currency().equals(group.currency()))
                .findFirst()
                .map(target -> new Aim(
                        target.grr(),
                        reached(target.grr(), base, decided.kept().minor(), open.retained()),
                        target.nrr(),
                        reached(target.nrr(), base, decided.net().minor(), open.net())))
                .orElse(null);
    }

    /** How probable it is that what is certain and what is open come to {@code share} of {@code base}. */
    private static @Nullable BigDecimal reached(
            @Nullable BigDecimal share, long base, long certain, AmountDistribution open) {
        if (share == null) {
            return null;
        }
        long missing = share.multiply(BigDecimal.valueOf(base))
                .setScale(0, RoundingMode.CEILING)
                .subtract(BigDecimal.valueOf(certain))
                .longValueExact();
        double probability = missing <= 0 ? 1 : open.atLeast(missing);
        return BigDecimal.valueOf(probability).setScale(DIGITS, RoundingMode.HALF_EVEN);
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
