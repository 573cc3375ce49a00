package io.playcaller.health.fold.in;

import io.playcaller.chassis.topics.TopicNames;
import io.playcaller.contracts.Topic;
import io.playcaller.health.config.HealthConfig;
import io.playcaller.health.fold.app.FoldMetrics;
import io.playcaller.health.fold.app.PartitionClaims;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The thread that reads the log, from the start of the service to its end. A session that fails is replaced by a new one
 * after a pause. Another process with this replica's instance id, or a fault of the virtual machine, ends it for good, and
 * the liveness check says so.
 */
@ApplicationScoped
public class LogThread {

    private static final Logger LOG = Logger.getLogger(LogThread.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    /** Whoever was interrupted gives up what is in work: the pool that it uses closes next. */
    private static final Duration END_WITHIN = Duration.ofSeconds(5);

    private final ConsumerSettings consumerSettings;
    private final HealthConfig config;
    private final PartitionClaims claims;
    private final Holdings holdings;
    private final FoldMetrics metrics;
    private final String topic;
    private volatile boolean stopping;
    private volatile boolean ended;
    private volatile @Nullable Thread thread;

    LogThread(
            ConsumerSettings consumerSettings,
            HealthConfig config,
            PartitionClaims claims,
            Holdings holdings,
            FoldMetrics metrics,
            TopicNames topics) {
        this.consumerSettings = consumerSettings;
        this.config = config;
        this.claims = claims;
        this.holdings = holdings;
        this.metrics = metrics;
        this.topic = topics.of(Topic.CUSTOMER_EVENTS);
    }

    void onStart(@Observes @Priority(5000) StartupEvent started) {
        if (config.consumer().enabled()) {
            start();
        }
    }

    /** Before the relay and the pool, which a last batch still needs. */
    void onStop(@Observes @Priority(1) ShutdownEvent event) {
        stop();
    }

    /** Begins to read; does nothing while it reads. */
    public synchronized void start() {
        if (thread == null) {
            stopping = false;
            Thread reader = new Thread(this::read, "health-log");
            thread = reader;
            reader.start();
        }
    }

    /** Finishes the batch in work, gives the partitions back, and returns when that is done. */
    public synchronized void stop() {
        Thread reader = thread;
        if (reader == null) {
            return;
        }
        stopping = true;
        try {
            reader.join(STOP_WITHIN.toMillis());
            if (reader.isAlive()) {
                reader.interrupt();
                reader.join(END_WITHIN.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    /** True when only a restart of the process helps; {@link Holdings#brokenBecause()} says why. */
    public boolean endedForGood() {
        return ended;
    }

    private void read() {
        while (!stopping && !ended) {
            try {
                session();
            } catch (FencedInstanceIdException e) {
                end("another process has this replica's group.instance.id; stop one of the two", e);
            } catch (RuntimeException e) {
                holdings.broken("customer-events cannot be read: " + e.getMessage());
                LOG.warn("the consumer failed and is made anew", e);
                pause();
            } catch (Error e) {
                end("the virtual machine failed: " + e, e);
            } finally {
                holdings.clear();
                claims.forgetAll();
            }
        }
    }

    private void end(String why, Throwable fault) {
        LOG.error("reading ends until the next start of the service: " + why, fault);
        holdings.broken(why);
        ended = true;
    }

    private void session() {
        Map<String, Object> settings = consumerSettings.of(config);
        try (Admin admin = Admin.create(consumerSettings.broker());
                KafkaConsumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            LogBounds bounds = new LogBounds(topic, admin);
            holdings.broken(null);
            new LogSession(consumer, bounds, claims, holdings, metrics, config).run(() -> stopping);
        }
    }

    private void pause() {
        try {
            Thread.sleep(config.consumer().backOffMin().toMillis());
        } catch (InterruptedException e) {
            stopping = true;
            Thread.currentThread().interrupt();
        }
    }
}
