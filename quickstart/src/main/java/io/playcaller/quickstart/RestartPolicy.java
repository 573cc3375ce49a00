package io.playcaller.quickstart;

import java.time.Duration;

/** How long to wait before a dead service is started again: at once, then longer and longer, up to half a minute. */
final class RestartPolicy {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    /** Whoever ran this long is judged anew. */
    private static final Duration SOUND_RUN = Duration.ofMinutes(2);

    private RestartPolicy() {}

    /** @param deathsInARow at least 1 */
    static Duration pause(int deathsInARow) {
        int doublings = Math.min(deathsInARow - 1, 10);
        Duration pause = Duration.ofMillis(500).multipliedBy(1L << doublings);
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }

    /** The number of deaths in a row after one more, which ended a run of the given length. */
    static int deaths(int before, Duration run) {
        return run.compareTo(SOUND_RUN) >= 0 ? 1 : before + 1;
    }
}
