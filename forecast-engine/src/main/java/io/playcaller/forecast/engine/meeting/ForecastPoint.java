package io.playcaller.forecast.engine.meeting;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.forecast.Category;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The forecast of a contract at one time.
 *
 * @param renews millionths
 */
public record ForecastPoint(String contractId, String accountId, Money arr, int renews, Category category) {

    private static final int MILLIONTHS = 6;

    /** What is expected to renew, rounded to the minor unit. */
    public long expected() {
        return BigDecimal.valueOf(arr.minor())
                .multiply(BigDecimal.valueOf(renews, MILLIONTHS))
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }
}
