package io.playcaller.ingest.limit.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.ingest.config.FixedLimits;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.json.DoorJson;
import io.playcaller.ingest.json.JsonFields;
import io.playcaller.ingest.limit.RateLimit;
import io.playcaller.mapping.Scalars;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every number beyond which a door says no, by the name that it has in answers and metrics. */
@ApplicationScoped
public class LimitsInForce {

    private final IngestConfig.Limits settings;
    private final IngestConfig.Holding holding;
    private final IngestConfig.Catalogue catalogue;
    private final MeterRegistry meters;

    LimitsInForce(IngestConfig config, MeterRegistry meters) {
        this.settings = config.limits();
        this.holding = config.holding();
        this.catalogue = config.catalogue();
        this.meters = meters;
    }

    /** Those of everybody. */
    public Map<String, Long> all() {
        return with(new RateLimit(settings.eventsPerSecond(), settings.burst()));
    }

    /** Those of a source. */
    public Map<String, Long> with(RateLimit ofSource) {
        Map<String, Long> limits = new LinkedHashMap<>();
        limits.put("eventBytes", (long) settings.eventBytes());
        limits.put("requestBytes", (long) settings.batchBytes());
        limits.put("requestEvents", (long) settings.batchEvents());
        limits.put("requestBytesAsTheyCome", (long) settings.requestBytes());
        limits.put("largeBodiesBytes", (long) settings.largeBodiesBytes());
        limits.put("bulkBytes", settings.bulkBytes());
        limits.put("bulkRowBytes", (long) settings.batchBytes());
        limits.put("bulkRefusedRows", (long) settings.bulkRefused());
        limits.put("bulkUploadsAtOnce", (long) settings.bulkAtOnce());
        limits.putAll(fixed());
        limits.put("eventsInWork", (long) settings.eventsInWork());
        limits.put("heldEventsOfSource", (long) holding.perSource());
        limits.put("heldEvents", (long) holding.inAll());
        limits.put("heldBytesOfSource", holding.bytesPerSource());
        limits.put("heldBytes", holding.bytesInAll());
        limits.put("heldSeconds", holding.heldFor().toSeconds());
        limits.put("eventNamesOfSource", (long) catalogue.namesPerSource());
        limits.put("eventsPerSecond", (long) ofSource.eventsPerSecond());
        limits.put("eventsAtOnce", ofSource.atOnce());
        return limits;
    }

    /** Those that no setting changes. */
    private static Map<String, Long> fixed() {
        Map<String, Long> limits = new LinkedHashMap<>();
        limits.put("bulkHeaderBytes", (long) FixedLimits.CSV_HEADER_BYTES);
        limits.put("bulkNumberCharacters", (long) Scalars.LONGEST_NUMBER);
        limits.put("mappings", (long) FixedLimits.MAPPINGS);
        limits.put("mappingBytes", (long) FixedLimits.MAPPING_BYTES);
        limits.put("nestingLevels", (long) DoorJson.MAX_DEPTH);
        limits.put("messageIdCharacters", (long) JsonFields.MAX_MESSAGE_ID);
        limits.put("textCharacters", (long) JsonFields.MAX_TEXT);
        limits.put("accountsOfPerson", (long) FixedLimits.ACCOUNTS_OF_PERSON);
        limits.put("domainLabels", (long) FixedLimits.DOMAIN_LABELS);
        limits.put("domainCharacters", (long) FixedLimits.DOMAIN_CHARACTERS);
        return limits;
    }

    void export(@Observes StartupEvent started) {
        all().forEach((name, limit) -> Gauge.builder("playcaller.ingest.limit", limit, Long::doubleValue)
                .description("beyond which a door says no; a source may have its own rate")
                .tag("limit", name)
                .strongReference(true)
                .register(meters));
    }
}
