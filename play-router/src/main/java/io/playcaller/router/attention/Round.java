package io.playcaller.router.attention;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about the messages of one person that waited.
 *
 * @param decided in the order in which they waited
 * @param told interruptions of the day after it
 */
public record Round(List<Decided> decided, int told) {

    public Round {
        decided = List.copyOf(decided);
    }

    /** A message, and what was decided about it. */
    public record Decided(Waiting waiting, Verdict verdict) {}

    /**
     * @param waiting in the order in which it happened, what says the same together
     * @param told interruptions of the person's day before
     */
    public static Round of(List<Waiting> waiting, Attention attention, int told, Instant now) {
        List<Decided> decided = new ArrayList<>();
        int count = told;
        @Nullable Decided last = null;
        for (Waiting next : waiting) {
            if (last == null || !last.waiting().saysTheSameAs(next)) {
                Verdict verdict = attention.decide(next.press(), count, now);
                count += verdict instanceof Verdict.AtOnce once && once.counted() ? 1 : 0;
                last = new Decided(next, verdict);
            } else {
                last = new Decided(next, last.verdict());
            }
            decided.add(last);
        }
        return new Round(decided, count);
    }
}
