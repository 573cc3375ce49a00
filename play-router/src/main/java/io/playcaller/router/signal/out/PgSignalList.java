package io.playcaller.router.signal.out;

import io.playcaller.router.signal.KnownSignal;
import io.playcaller.router.signal.SignalFilter;
import io.playcaller.router.signal.out.PgSignals.Position;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Open signals by what became of them, by value at risk. */
@ApplicationScoped
public class PgSignalList {

    private static final String LIST = PgSignals.COLUMNS + """
            where open and status = $2
              and ($3::text is null or account_id = $3) and ($4::text is null or body ->> 'reason' = $4)
              and ($5::text is null or waits_on = $5)
              and ($6::numeric is null or (-value_at_risk, episode_id) > (-$6, $7::uuid))
            order by value_at_risk desc nulls last, episode_id limit $1""";

    private final Pool pool;

    PgSignalList(Pool pool) {
        this.pool = pool;
    }

    /** @param after the last of the page before; null for the first page */
    public Uni<List<KnownSignal>> list(SignalFilter filter, @Nullable Position after, int limit) {
        Tuple parameters = Tuple.tuple()
                .addInteger(limit)
                .addString(filter.became().name())
                .addString(filter.account())
                .addString(filter.reason())
                .addString(filter.waitsOn())
                .addBigDecimal(after == null ? null : after.value())
                .addUUID(after == null ? null : after.episodeId());
        return pool.preparedQuery(LIST).execute(parameters).map(PgSignals::signals);
    }
}
