package io.playcaller.console.login.app;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Counts attempts by subject, on the database's clock. */
public interface Attempts {

    /**
     * Counts one attempt of each subject.
     *
     * @return how long to wait, zero where every subject is within its limit
     */
    Uni<Duration> count(Map<String, Integer> limits, Duration window);

    /** Takes one attempt of each back, and forgets windows that ended. */
    Uni<Void> forgive(Set<String> subjects);
}
