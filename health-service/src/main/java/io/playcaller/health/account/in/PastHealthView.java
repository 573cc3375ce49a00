package io.playcaller.health.account.in;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.playcaller.health.account.PastChange;
import io.playcaller.health.account.PastHealth;
import io.playcaller.health.account.Seen;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A score of the past, as it was said.
 *
 * @param asOf as it was asked
 * @param knownAt as it was asked
 * @param change the last change by then; its score counts nothing later
 * @param learnedLater at most 100 changes that were announced after {@code asOf}, because of facts from before it that came
 *     late, newest first; with {@code knownAt} those announced by then
 * @param thinned whether changes of less than a point of that time are gone: the score may be less than a point off, the
 *     grade is right
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PastHealthView(
        String accountId,
        @Nullable Instant asOf,
        @Nullable Instant knownAt,
        PastChange change,
        List<PastChange> learnedLater,
        boolean thinned)
        implements AccountPageView {

    static PastHealthView of(PastHealth past, Seen seen) {
        PastChange change = Objects.requireNonNull(past.change());
        return new PastHealthView(
                past.accountId(), seen.asOf(), seen.knownAt(), change, past.learnedLater(), past.thinned());
    }
}
