package io.playcaller.forecast.retention.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.forecast.config.ForecastConfig;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;

/** Removes tasks and what they took, when they have been over for as long as they are kept. */
@ApplicationScoped
public class RetentionSweep {

    private static final int AT_ONCE = 1_000;

    private final OldRows old;
    private final MeterRegistry meters;
    private final Duration keep;

    RetentionSweep(OldRows old, MeterRegistry meters, ForecastConfig config) {
        this.old = old;
        this.meters = meters;
        this.keep = config.retention().keep();
    }

    /** Removes all that is old now; each set is a transaction. */
    public Uni<Void> sweep() {
        return all("tasks", () -> old.removeTasks(keep, AT_ONCE))
                .chain(() -> all("task-times", () -> old.removeTaskTimes(keep, AT_ONCE)));
    }

    private Uni<Void> all(String what, Supplier<Uni<Integer>> removal) {
        return removal.get()
                .invoke(removed ->
                        meters.counter("forecast.removed", "what", what).increment((double) removed))
                .chain(removed -> removed < AT_ONCE ? Uni.createFrom().voidItem() : all(what, removal));
    }
}
