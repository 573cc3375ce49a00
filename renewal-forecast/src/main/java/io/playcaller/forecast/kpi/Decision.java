package io.playcaller.forecast.kpi;

import io.playcaller.forecast.engine.review.Proposal;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people decided about a play, or about content, in a quarter's review. It binds nobody's machine: plays change in their files.
 *
 * @param play null of one about content
 * @param content null of one about a play
 * @param decision perhaps another than was proposed
 * @param author our person
 */
public record Decision(
        UUID decisionId,
        String quarter,
        @Nullable String play,
        @Nullable String content,
        Proposal.Kind decision,
        String reason,
        String author,
        Instant at) {

    /** The last of those about {@code subject}, oldest first; null where nobody decided. */
    public static @Nullable Decision last(Collection<Decision> decisions, Subject subject) {
        return decisions.stream()
                .filter(decision -> new Subject(decision.play, decision.content).equals(subject))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }
}
