package io.playcaller.health.account.out;

import io.playcaller.health.account.AccountUse;
import io.playcaller.health.account.app.UseViews;
import io.playcaller.health.engine.state.StateCodec;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** {@link UseViews} in PostgreSQL: use stands in the account's state and in no column. */
@ApplicationScoped
class PgUseViews implements UseViews {

    private final Pool pool;
    private final StateCodec codec = new StateCodec();

    PgUseViews(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<AccountUse>> use(String accountId) {
        return pool.preparedQuery("select state from account_state where account_id = $1")
                .execute(Tuple.of(accountId))
                .map(this::use);
    }

    private Optional<AccountUse> use(RowSet<Row> rows) {
        return rows.rowCount() == 0
                ? Optional.empty()
                : Optional.of(AccountUse.of(
                        codec.decode(rows.iterator().next().getBuffer("state").getBytes())));
    }
}
