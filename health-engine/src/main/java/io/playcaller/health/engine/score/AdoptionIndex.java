package io.playcaller.health.engine.score;

import io.playcaller.health.engine.measure.Reading;
import io.playcaller.health.engine.model.MeasureKind;
import io.playcaller.health.engine.model.UsageRules;

/**
 * 100 × (0.4 × active seats ratio + 0.3 × core features ÷ target + 0.3 × active days ÷ target), each capped at 1; what is
 * missing gives its share to the rest. Where all is missing nothing is known, which is another thing than that nobody uses it.
 */
final class AdoptionIndex {

    private static final int SEATS = 4;
    private static final int FEATURES = 3;
    private static final int DAYS = 3;

    private AdoptionIndex() {}

    /** Thousandths of 0 to 100; {@link Reading#MISSING} where all is missing. */
    static long of(UsageRules rules, long[] values) {
        long sum = 0;
        long shares = 0;
        long[] parts = {
            values[MeasureKind.ACTIVE_SEATS.position()],
            ratio(values[MeasureKind.CORE_FEATURES.position()], rules.featureTarget()),
            ratio(values[MeasureKind.ACTIVE_DAYS.position()], rules.dayTarget())
        };
        int[] share = {SEATS, FEATURES, DAYS};
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] != Reading.MISSING) {
                sum += share[i] * Math.min(1000, parts[i]);
                shares += share[i];
            }
        }
        return shares == 0 ? Reading.MISSING : sum * 100 / shares;
    }

    private static long ratio(long value, int target) {
        return value == Reading.MISSING ? value : value / target;
    }
}
