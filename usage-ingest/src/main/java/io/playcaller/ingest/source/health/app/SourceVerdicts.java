package io.playcaller.ingest.source.health.app;

import io.playcaller.ingest.source.health.Verdict;
import io.smallrye.mutiny.Uni;
import java.util.Map;

/** How each source is, as the holder of the log's clock judged it last. */
public interface SourceVerdicts {

    /** By name; one that was not judged yet is not there. */
    Uni<Map<String, Verdict>> all();
}
