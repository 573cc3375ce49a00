package io.playcaller.ingest.log.out;

import io.playcaller.chassis.topics.TopicNames;
import io.playcaller.contracts.Topic;
import io.playcaller.ingest.claim.ClaimKey;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.log.app.LogScan;
import io.playcaller.ingest.log.app.LogScans;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

@ApplicationScoped
class KafkaLogScans implements LogScans {

    private final KafkaSettings settings;
    private final String log;
    private final Duration limit;

    KafkaLogScans(KafkaSettings settings, TopicNames topics, IngestConfig config) {
        this.settings = settings;
        this.log = topics.of(Topic.CUSTOMER_EVENTS);
        this.limit = config.letters().scanLimit();
    }

    @Override
    public LogScan of(Set<ClaimKey> events, Instant since) {
        return new KafkaLogScan(settings, log, events, since, limit);
    }
}
