package io.playcaller.ingest.catalogue.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.ingest.config.IngestConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Says which sources send more names than the catalogue tells apart: counted, and logged once for each while this runs. */
@ApplicationScoped
class CatalogueBound {

    private static final Logger LOG = Logger.getLogger(CatalogueBound.class);

    private final MeterRegistry meters;
    private final int names;
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    CatalogueBound(MeterRegistry meters, IngestConfig config) {
        this.meters = meters;
        this.names = config.catalogue().namesPerSource();
    }

    /** So many events of each source were counted together, because their names are one too many. */
    void met(Map<String, Long> eventsBeyond) {
        eventsBeyond.forEach((source, events) -> {
            meters.counter("playcaller.ingest.catalogue.beyond.events", "source", source)
                    .increment(events);
            if (said.add(source)) {
                LOG.warnf(
                        "source %s sends more than %d names of events: further ones are counted together; names that are"
                                + " none can be forgotten, see DELETE /v1/catalogue",
                        source, names);
            }
        });
    }
}
