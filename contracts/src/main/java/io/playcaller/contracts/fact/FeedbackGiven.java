package io.playcaller.contracts.fact;

import org.jspecify.annotations.Nullable;

/**
 * A person said what they wish, miss or dislike, outside of a survey. Their words stay in the person store.
 *
 * @param feedbackId of the tool that took it
 * @param theme what it is about, as that tool classifies it
 * @param personId who said it; null when nobody is named
 */
public record FeedbackGiven(
        String accountId,
        String feedbackId,
        @Nullable String theme,
        @Nullable FeedbackSeverity severity,
        @Nullable String personId,
        @Nullable String productId) {}
