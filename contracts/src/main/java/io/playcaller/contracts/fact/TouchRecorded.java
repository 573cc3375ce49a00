package io.playcaller.contracts.fact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of ours was in touch with the customer. What was said stays in the person store.
 *
 * @param personIds the customer's people who took part
 * @param staffId our person; null for an automatic message
 * @param taskId the task that it served; null when none
 * @param sentiment null when nobody judged it
 */
public record TouchRecorded(
        String accountId,
        TouchKind kind,
        List<String> personIds,
        @Nullable String staffId,
        @Nullable String taskId,
        @Nullable Sentiment sentiment) {}
