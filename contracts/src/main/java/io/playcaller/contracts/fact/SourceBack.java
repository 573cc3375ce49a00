package io.playcaller.contracts.fact;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A quiet source delivers again; broadcast.
 *
 * @param cause that of the {@link SourceQuiet} which it ends; null is {@link QuietCause#SILENT}
 */
public record SourceBack(
        String source,
        List<Feed> feeds,
        Instant quietSince,
        @Nullable QuietCause cause) {}
