package io.playcaller.contracts.fact;

import org.jspecify.annotations.Nullable;

/**
 * A person met a piece of content: a guide, a lesson, an article, a note in the product.
 *
 * @param contentId its key, such as {@code guide/first-dashboard}
 * @param personId who; null when nobody is named
 */
public record ContentUsed(
        String accountId,
        String contentId,
        ContentUse use,
        @Nullable String personId,
        @Nullable String productId) {}
