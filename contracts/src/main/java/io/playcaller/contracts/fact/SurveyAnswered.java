package io.playcaller.contracts.fact;

import org.jspecify.annotations.Nullable;

/**
 * A person answered a survey. The comment stays in the person store.
 *
 * @param score NPS 0 to 10, CSAT 1 to 5
 */
public record SurveyAnswered(
        String accountId,
        SurveyKind survey,
        int score,
        @Nullable String personId,
        @Nullable String productId) {}
