package io.playcaller.router.delivery.jira;

import io.playcaller.contracts.work.PlayOutcome;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * How an issue that is done went.
 *
 * @param failed names of resolutions that say that the work did not succeed
 */
public record Resolutions(Set<String> failed) {

    public Resolutions {
        failed = Set.copyOf(failed);
    }

    /** A name that stands twice counts once. */
    public static Resolutions failing(Collection<String> names) {
        return new Resolutions(new HashSet<>(names));
    }

    /** @param resolution its name; empty for an issue that has none */
    public PlayOutcome outcome(String resolution) {
        return failed.contains(resolution) ? PlayOutcome.FAILED : PlayOutcome.SUCCEEDED;
    }
}
