package io.playcaller.forecast.engine.credit;

import io.playcaller.contracts.Money;
import io.playcaller.forecast.engine.ledger.LargestRemainder;
import java.util.List;

/**
 * The amounts of shares: those of the whole sum to it to the cent; what comes on top is rounded towards nothing, so that all
 * together never exceed their percents.
 */
final class CreditAmounts {

    private CreditAmounts() {}

    /** In the order of {@code shares}. */
    static List<Money> of(Money amount, List<CreditShare> shares) {
        List<CreditShare> base =
                shares.stream().filter(share -> !share.overlay()).toList();
        long[] parts = LargestRemainder.spread(
                amount.minor(), base.stream().mapToLong(CreditShare::percent).toArray());
        return shares.stream()
                .map(share -> share.overlay() ? onTop(amount, share) : parts[base.indexOf(share)])
                .map(minor -> new Money(minor, amount.currency()))
                .toList();
    }

    private static long onTop(Money amount, CreditShare share) {
        return Math.multiplyExact(amount.minor(), (long) share.percent()) / CreditRule.WHOLE;
    }
}
