package io.playcaller.router.delivery.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.router.delivery.Allowance;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What tools said of their allowances to this replica. */
@Singleton
public class Allowances {

    private final MeterRegistry meters;
    private final Map<String, Allowance> last = new ConcurrentHashMap<>();
    private final Map<String, Heard> unseen = new ConcurrentHashMap<>();

    Allowances(MeterRegistry meters) {
        this.meters = meters;
    }

    /**
     * What a tool said since somebody last asked.
     *
     * @param worst of it
     */
    public record Heard(Allowance last, Allowance worst) {

        private Heard then(Allowance next) {
            return new Heard(next, worst.orWorse(next));
        }
    }

    /** An answer of a tool; most say nothing of this. */
    public void hear(String connector, Map<String, String> headers) {
        Allowance.of(headers).ifPresent(said -> {
            if (last.put(connector, said) == null) {
                Gauge.builder("router.tools.allowance.percent", () -> percent(connector))
                        .tag("connector", connector)
                        .description("How much of what a tool allows was used when it last said so to this replica")
                        .register(meters);
            }
            unseen.merge(connector, new Heard(said, said), (before, now) -> before.then(said));
        });
    }

    /** What it said last. */
    public Optional<Allowance> last(String connector) {
        return Optional.ofNullable(last.get(connector));
    }

    /** What was heard since this was last asked, by connector. */
    public Map<String, Heard> takeNew() {
        Map<String, Heard> taken = new TreeMap<>();
        for (String connector : Set.copyOf(unseen.keySet())) {
            Heard heard = unseen.remove(connector);
            if (heard != null) {
                taken.put(connector, heard);
            }
        }
        return taken;
    }

    private double percent(String connector) {
        return last(connector).map(Allowance::percent).orElse(0);
    }
}
