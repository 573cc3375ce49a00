package io.playcaller.router.delivery.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.router.config.PlayRouterConfig;
import io.playcaller.router.delivery.DeliveryHold;
import io.playcaller.router.delivery.out.PgDeliveryHold;
import io.playcaller.router.store.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Lets delivery go on after a restore when the tools were compared. Where no tool keeps tasks a person has to say so. */
@Singleton
public class HoldWatch {

    private static final Logger LOG = Logger.getLogger(HoldWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(5);

    /** Looks: ten minutes. */
    private static final int REMIND_EVERY = 120;

    private static final Duration LONGEST_ROUND = Duration.ofSeconds(30);

    private final PgDeliveryHold hold;
    private final DeliveryWorker worker;
    private final List<String> tools;
    private final Duration reach;
    private final WorkLoop loop;
    private volatile boolean held;
    private int looks;

    HoldWatch(
            PgDeliveryHold hold,
            DeliveryWorker worker,
            Connectors connectors,
            PlayRouterConfig config,
            Vertx vertx,
            MeterRegistry meters) {
        this.hold = hold;
        this.worker = worker;
        this.tools = connectors.taskTools().stream()
                .filter(Connector::isConfigured)
                .map(Connector::name)
                .toList();
        this.reach = config.reconciliation().reach();
        this.loop = new WorkLoop(
                "looking whether delivery is held", vertx, EVERY, LONGEST_ROUND, () -> look().replaceWith(0));
        Gauge.builder("router.deliveries.held", this, watch -> watch.held ? 1 : 0)
                .description("1 while nothing is sent to any tool, after a restore or by an operator's word")
                .register(meters);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    private Uni<Void> look() {
        return hold.now()
                .chain(now -> isOfService(now)
                        ? hold.endCompared(tools, reach).map(ended -> ended ? Optional.<DeliveryHold>empty() : now)
                        : Uni.createFrom().item(now))
                .invoke(now -> {
                    if (held && now.isEmpty()) {
                        LOG.info("delivery goes on");
                        worker.poke();
                    }
                    held = now.isPresent();
                    now.ifPresentOrElse(this::remind, () -> looks = 0);
                })
                .replaceWithVoid();
    }

    /** Nobody forgets that nothing is delivered. */
    private void remind(DeliveryHold hold) {
        if (looks++ % REMIND_EVERY == 0) {
            LOG.warnf(
                    "delivery is held since %s %s; POST /v1/connectors/hold/release ends it",
                    hold.since(), hold.by() == null ? "until tools were compared" : "by " + hold.by());
        }
    }

    private boolean isOfService(Optional<DeliveryHold> now) {
        return !tools.isEmpty() && now.filter(one -> one.by() == null).isPresent();
    }
}
