package io.playcaller.router.simulate.app;

import static io.playcaller.router.store.Transactions.utc;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalOrigin;
import io.playcaller.router.simulate.PastSignal;
import io.playcaller.router.store.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads the signals of some days from the ledger, in pages, as far as a simulation takes them. Changes nothing. */
@ApplicationScoped
public class PlaySimulator {

    /** No simulation takes more. */
    public static final int MOST_SIGNALS = 20_000;

    private static final int PAGE_SIZE = 1_000;

    private static final UUID FIRST = new UUID(0, 0);

    private static final String PAGE = """
            select episode_id, body::text from signal
            where episode_id > $1 and changed_at >= $2 and account_id is not null
            order by episode_id limit $3""";

    private final Pool pool;

    PlaySimulator(Pool pool) {
        this.pool = pool;
    }

    /**
     * Signals that opened since an instant, without those that an import found, which nobody would have been told of.
     *
     * @param truncated whether there are more: these are then a part of them, by their ids, which is as good as by lot
     */
    public record Past(List<PastSignal> signals, boolean truncated) {}

    public Uni<Past> since(Instant since) {
        return page(FIRST, since, new ArrayList<>());
    }

    private Uni<Past> page(UUID after, Instant since, List<PastSignal> found) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(after, utc(since), PAGE_SIZE))
                .chain(rows -> {
                    UUID last = take(rows, since, found, after);
                    if (found.size() > MOST_SIGNALS) {
                        return Uni.createFrom().item(new Past(List.copyOf(found.subList(0, MOST_SIGNALS)), true));
                    }
                    return rows.size() < PAGE_SIZE
                            ? Uni.createFrom().item(new Past(List.copyOf(found), false))
                            : page(last, since, found);
                });
    }

    private static UUID take(RowSet<Row> rows, Instant since, List<PastSignal> found, UUID after) {
        UUID last = after;
        for (Row row : rows) {
            last = row.getUUID(0);
            SignalChanged signal = Columns.read(row.getString(1), SignalChanged.class);
            if (signal.origin() == SignalOrigin.LIVE && !signal.openedAt().isBefore(since)) {
                found.add(PastSignal.of(signal));
            }
        }
        return last;
    }
}
