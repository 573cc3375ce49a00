package io.playcaller.chassis.clock;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Reads the offset row into the {@link BusinessClock}, only where {@code playcaller.clock.adjustable} allows it. */
@ApplicationScoped
class ClockFollower {

    private static final Logger LOG = Logger.getLogger(ClockFollower.class);
    private static final Duration START_LIMIT = Duration.ofMinutes(1);
    private static final long EVERY_MILLIS = 200;
    private static final String READ_OFFSET =
            "select (extract(epoch from offset_value) * 1000)::bigint from clock_offset";

    private final BusinessClock clock;
    private final Instance<Pool> pool;
    private final Vertx vertx;
    private final boolean adjustable;
    private volatile boolean failing;
    private volatile long timer;

    ClockFollower(BusinessClock clock, Instance<Pool> pool, Vertx vertx, ClockConfig config) {
        this.clock = clock;
        this.pool = pool;
        this.vertx = vertx;
        this.adjustable = config.adjustable();
    }

    void start(@Observes @Priority(1) StartupEvent started) {
        if (adjustable) {
            follow().await().atMost(START_LIMIT);
            again();
        }
    }

    /** The offset that stands in the row just now although nobody may move this clock; zero when all is well. */
    Uni<Duration> strayOffset() {
        return adjustable ? Uni.createFrom().item(Duration.ZERO) : read();
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
    }

    private void again() {
        timer = vertx.setTimer(EVERY_MILLIS, id -> follow().subscribe().with(this::followed, this::lost));
    }

    private Uni<Duration> follow() {
        return read().invoke(clock::moveTo);
    }

    private Uni<Duration> read() {
        return pool.get()
                .query(READ_OFFSET)
                .execute()
                .map(rows -> Duration.ofMillis(rows.iterator().next().getLong(0)));
    }

    private void followed(Duration offset) {
        failing = false;
        again();
    }

    /** Keeps the last offset: a database that is away does not move time. */
    private void lost(Throwable fault) {
        if (!failing) {
            LOG.warnf(fault, "cannot read clock_offset; business time keeps its offset of %s", clock.offset());
        }
        failing = true;
        again();
    }
}
