package io.playcaller.forecast.engine.ledger;

import java.util.List;
import java.util.Map;

/**
 * What a period kept, by currency and slice.
 *
 * @param whole per currency of figures
 * @param slices per currency and key, whose amounts sum to the whole
 * @param missing what is in none of them
 */
public record RetentionStatement(
        Map<String, RetentionBridge> whole,
        Map<String, Map<String, RetentionBridge>> slices,
        List<MissingRate> missing) {}
