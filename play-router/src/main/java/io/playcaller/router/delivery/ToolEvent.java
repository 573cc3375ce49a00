package io.playcaller.router.delivery;

import io.playcaller.contracts.work.PlayOutcome;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did in a tool to a task that we keep there.
 *
 * @param key of this deed among all that come from the tool, the same when it is told again
 */
public record ToolEvent(String key, Who who, What what) {

    public ToolEvent {
        key = storable(key);
    }

    /** Words as a database takes them: without NUL, which JSON may hold. */
    public static String storable(String words) {
        return words.replace("\0", "");
    }

    /**
     * One who works in the tool.
     *
     * @param id in the tool
     * @param email null where the tool does not say
     */
    public record Who(String id, String name, @Nullable String email) {

        public Who {
            id = storable(id);
            name = storable(name);
        }
    }

    /** What they did. */
    public sealed interface What {}

    /** Began to work on it. */
    public record Started() implements What {}

    /** Ended it, the one way or the other. */
    public record Ended(PlayOutcome outcome) implements What {}

    /** Wrote something about it. */
    public record Said(String words) implements What {

        public Said {
            words = storable(words);
        }
    }

    /**
     * Gave it to somebody.
     *
     * @param to empty for nobody
     * @param at when, by the tool's clock; empty where it does not say, which counts as now
     */
    public record Given(Optional<Who> to, Optional<Instant> at) implements What {}
}
