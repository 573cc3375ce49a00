package io.playcaller.ingest.source.health;

import io.playcaller.contracts.fact.QuietCause;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a source is, and why.
 *
 * @param since when it became quiet, or began to send rubbish; null where it is neither
 * @param findings the one that decided first
 */
public record Verdict(SourceState state, @Nullable Instant since, List<Finding> findings) {

    public Verdict {
        findings = List.copyOf(findings);
    }

    /** What the log must know of it; empty while the source is well. */
    public Optional<Announced> trouble() {
        return switch (state) {
            case QUIET -> Optional.of(new Announced(QuietCause.SILENT, Objects.requireNonNull(since)));
            case GARBAGE -> Optional.of(new Announced(QuietCause.GARBAGE, Objects.requireNonNull(since)));
            case ALIVE, UNSEEN -> Optional.empty();
        };
    }
}
