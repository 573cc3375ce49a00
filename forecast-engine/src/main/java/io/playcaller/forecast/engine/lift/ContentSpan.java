package io.playcaller.forecast.engine.lift;

import java.time.Instant;

/**
 * In which time runs of a play used some content.
 *
 * @param content key of a text that people of customers are sent
 * @param first start of the first run that used it
 * @param last start of the last one
 * @param accounts of these runs
 */
public record ContentSpan(String content, String play, Instant first, Instant last, long accounts) {

    /** Whether a run that was looked back at could have used it. */
    boolean covers(Look look) {
        return look.play().equals(play)
                && !look.startedAt().isBefore(first)
                && !look.startedAt().isAfter(last);
    }
}
