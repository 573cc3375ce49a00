package io.playcaller.health.history.app;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.health.config.HealthConfig;
import io.playcaller.health.history.Thinning;
import io.playcaller.health.history.Walk;
import io.playcaller.health.history.app.HistoryRows.Stretch;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * When a day of the log's time has grown old enough, walks over all accounts once and thins it, and deletes what nobody asks
 * for any more: a slice of accounts in each transaction, which also says where the walk stands. So it goes on where it
 * stopped, whichever replica does it, and one does it at a time.
 */
@ApplicationScoped
public class HistorySweep {

    private static final int FIRST_WALK_SHARE = 20;

    private final Pool pool;
    private final HistoryRows rows;
    private final HealthConfig.History settings;
    private final Counter deleted;

    HistorySweep(Pool pool, HistoryRows rows, HealthConfig config, MeterRegistry metrics) {
        this.pool = pool;
        this.rows = rows;
        this.settings = config.history();
        if (settings.keptFor().compareTo(settings.wholeFor()) < 0) {
            throw new IllegalArgumentException(
                    "playcaller.health.history.kept-for (%s) is shorter than playcaller.health.history.whole-for (%s): raise it"
                            .formatted(settings.keptFor(), settings.wholeFor()));
        }
        this.deleted = Counter.builder("health.history.deleted")
                .description("rows of history that were thinned out or too old")
                .register(metrics);
    }

    /** Slice by slice until nothing is due, or another replica is at it. */
    public Uni<Void> sweep() {
        return Multi.createBy()
                .repeating()
                .uni(this::slice)
                .whilst(more -> more)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** True when there may be more to do. */
    private Uni<Boolean> slice() {
        return pool.withTransaction(transaction -> rows.logTime(transaction)
                .chain(now -> now.isEmpty()
                        ? Uni.createFrom().item(false)
                        : rows.lock(transaction, day(now.get().minus(settings.wholeFor())))
                                .chain(walk -> walk.isEmpty()
                                        ? Uni.createFrom().item(false)
                                        : step(transaction, walk.get(), now.get()))));
    }

    private Uni<Boolean> step(SqlConnection transaction, Walk walk, Instant now) {
        return rows.next(transaction, walk, accounts(walk)).chain(accounts -> {
            if (accounts.isEmpty()) {
                return rows.end(transaction, walk).replaceWith(true);
            }
            Instant oldest = day(now.minus(settings.keptFor()));
            return rows.delete(transaction, superfluous(accounts))
                    .invoke(count -> deleted.increment(count))
                    .chain(() -> rows.deleteBefore(transaction, accounts.keySet(), oldest))
                    .invoke(count -> deleted.increment(count))
                    .chain(() -> rows.stand(transaction, walk.at(accounts.lastKey())))
                    .replaceWith(true);
        });
    }

    /** The first walk reads all that was ever said of an account, not what some days added: it takes fewer at a time. */
    private int accounts(Walk walk) {
        return walk.from() == null ? Math.max(1, settings.slice() / FIRST_WALK_SHARE) : settings.slice();
    }

    private static Map<String, List<Long>> superfluous(SortedMap<String, Stretch> accounts) {
        Map<String, List<Long>> gone = new HashMap<>();
        accounts.forEach((account, stretch) -> {
            List<Long> revisions = Thinning.superfluous(stretch.before(), stretch.days());
            if (!revisions.isEmpty()) {
                gone.put(account, revisions);
            }
        });
        return gone;
    }

    private static Instant day(Instant at) {
        return at.truncatedTo(ChronoUnit.DAYS);
    }
}
