package io.playcaller.router.run;

import io.playcaller.router.play.PlayStep;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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

    /** Digital steps that begin with this change: their messages are to be made. */
    public List<PlayStep> sendings() {
        return after.end() != null
                ? List.of()
                : after.play().steps().stream()
                        .filter(step -> after.of(step).isSending())
                        .filter(step -> before == null || !before.of(step).isSending())
                        .toList();
    }

    /** Whether what waits of it counts back from another date now. */
    public boolean isRedated() {
        return before != null && !Objects.equals(before.date(), after.date());
    }

    public boolean ends() {
        return after.end() != null && (before == null || before.end() == null);
    }
}
