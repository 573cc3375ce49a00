package io.playcaller.forecast.process.in;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.forecast.engine.process.FaultCode;
import io.playcaller.forecast.process.app.RenewalView;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** How many faults there are, as a metric. While they cannot be counted, the last count stands. */
@ApplicationScoped
public class FaultMetric {

    private static final Logger LOG = Logger.getLogger(FaultMetric.class);

    private final RenewalView renewals;
    private final Map<FaultCode, AtomicLong> counts = new EnumMap<>(FaultCode.class);

    FaultMetric(RenewalView renewals, MeterRegistry meters) {
        this.renewals = renewals;
        for (FaultCode code : FaultCode.values()) {
            AtomicLong count = new AtomicLong();
            counts.put(code, count);
            Gauge.builder("forecast.faults", count, AtomicLong::doubleValue)
                    .description("Faults in how renewals are worked")
                    .tag("code", code.key())
                    .register(meters);
        }
    }

    @Scheduled(every = "${playcaller.forecast.sweep:30s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> count() {
        return renewals.faultCounts()
                .invoke(found -> counts.forEach((code, count) -> count.set(found.getOrDefault(code.key(), 0L))))
                .onFailure()
                .invoke(failure -> LOG.warn("faults could not be counted; it is tried again", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}
