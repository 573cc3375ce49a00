package io.playcaller.router.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a run.
 *
 * @param before null when it begins
 * @param lookAt when it is to be looked at again although nothing happens; null for not
 */
public record RunChange(
        @Nullable PlayRun before, PlayRun after, @Nullable Instant lookAt) {

    public boolean begins() {
        return before == null;
    }

    public boolean ends() {
        return after.end() != null && (before == null || before.end() == null);
    }
}
