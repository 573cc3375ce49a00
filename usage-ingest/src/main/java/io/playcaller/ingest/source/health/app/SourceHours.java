package io.playcaller.ingest.source.health.app;

import io.playcaller.ingest.source.health.Hour;
import io.playcaller.ingest.source.health.SourceHour;
import io.smallrye.mutiny.Uni;
import java.util.Map;

/** What each source did in each hour; of names that are no source nothing is kept. */
public interface SourceHours {

    /** Adds to what is there. Added twice, it counts twice: whoever fails without knowing may be wrong by one batch. */
    Uni<Void> add(Map<SourceHour, Hour> more);
}
