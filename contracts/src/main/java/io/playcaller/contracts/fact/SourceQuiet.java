package io.playcaller.contracts.fact;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A source stopped delivering against its own pattern, or delivers what cannot be used. Freezes what it feeds; broadcast.
 *
 * @param since the last time it delivered; of a trickle or rubbish the hour in which that began
 * @param cause why; null is {@link QuietCause#SILENT}
 */
public record SourceQuiet(
        String source,
        List<Feed> feeds,
        Instant since,
        @Nullable QuietCause cause) {}
