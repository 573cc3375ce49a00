package io.playcaller.forecast.ledger.in;

import org.jspecify.annotations.Nullable;

/** What a question says of its definition; null leaves the company's. */
record RetentionParameters(
        String grain,
        String currency,
        @Nullable Integer gapDays,
        @Nullable String uplift) {}
