package io.playcaller.ingest.door.webhook;

import io.playcaller.ingest.refusal.Step;
import java.util.Optional;
import java.util.Set;

/** Whether a rule is for what came: what stands at one place is one of these words. */
public record Condition(Where where, Set<String> words) {

    public Condition {
        words = Set.copyOf(words);
    }

    boolean holds(Sent sent) {
        return where.text(sent) instanceof Step.Kept<Optional<String>> kept
                && kept.value().filter(words::contains).isPresent();
    }
}
