package io.playcaller.router.play;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A step is only for runs in which an earlier one ended in some way.
 *
 * @param step key of the earlier one
 * @param answers {@code succeeded} or {@code failed}, and closing answers such as {@code helped}; one of them is enough
 */
public record Branch(String step, Set<String> answers) {

    public Branch {
        answers = Set.copyOf(answers);
    }

    /**
     * Whether the run takes it.
     *
     * @param outcome how the earlier step ended; null where nobody said
     * @param closing its closing answer; null where nobody gave one
     */
    public boolean isTaken(@Nullable String outcome, @Nullable String closing) {
        return (outcome != null && answers.contains(outcome)) || (closing != null && answers.contains(closing));
    }
}
