package io.playcaller.forecast.portfolio;

import io.playcaller.contracts.Money;
import io.playcaller.forecast.engine.portfolio.ContractOutlook;
import io.playcaller.forecast.portfolio.Portfolio.Decided;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * What the renewals of a group in a quarter keep, and grow by.
 *
 * @param base what was up for renewal or is
 * @param kept without growth: as it became, else as it is expected
 * @param won growth of those that are decided
 * @param expected growth of those that are open
 * @param accounts whose renewals they are
 */
record QuarterGrowth(Quarter quarter, Money base, Money kept, Money won, Money expected, Set<String> accounts) {

    static QuarterGrowth of(PortfolioGroup group, Quarter quarter, LocalDate today) {
        InQuarter in = InQuarter.of(group, quarter, today);
        Decided decided = Decided.of(in.decided(), group.currency());
        Money open = sum(in, ContractOutlook::arr, group);
        Money retained = sum(in, ContractOutlook::expectedRetained, group);
        Money net = sum(in, ContractOutlook::expectedNet, group);
        Set<String> accounts = new HashSet<>();
        in.due().forEach(renewal -> accounts.add(renewal.accountId()));
        group.positions().stream()
                .filter(position -> position.decided(quarter.firstDay(), quarter.end()) != null)
                .forEach(position -> accounts.add(position.accountId()));
        return new QuarterGrowth(
                quarter,
                open.plus(decided.arr()),
                retained.plus(decided.kept()),
                growth(decided.net(), decided.kept()),
                growth(net, retained),
                accounts);
    }

    private static Money growth(Money net, Money kept) {
        return new Money(Math.subtractExact(net.minor(), kept.minor()), net.currency());
    }

    private static Money sum(InQuarter in, ToLongFunction<ContractOutlook> amount, PortfolioGroup group) {
        List<ContractOutlook> open = in.outlooks();
        return new Money(open.stream().mapToLong(amount).reduce(0, Math::addExact), group.currency());
    }

    /** The growth that it takes to reach an NRR; none where what is kept is enough. */
    Money needed(BigDecimal nrr) {
        long aimed = nrr.multiply(BigDecimal.valueOf(base.minor()))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
        return new Money(Math.max(0, Math.subtractExact(aimed, kept.minor())), base.currency());
    }
}
