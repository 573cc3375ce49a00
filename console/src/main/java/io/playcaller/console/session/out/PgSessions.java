package io.playcaller.console.session.out;

import io.playcaller.console.session.SessionSecret;
import io.playcaller.console.session.app.Sessions;
import io.playcaller.console.user.User;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The table {@code session}. */
@ApplicationScoped
public class PgSessions implements Sessions {

    private static final String OPEN = """
            insert into session (secret_hash, email, generation, expires_at)
            values ($1, $2, $3, clock_timestamp() + make_interval(secs => $4))""";
    private static final String FORGET = "delete from session where expires_at < clock_timestamp()";
    private static final String END = "delete from session where secret_hash = $1";
    private static final String FIND = """
            select email, name, staff_id, roles
            from session join app_user using (email, generation)
            where secret_hash = $1 and expires_at > clock_timestamp() and active""";

    private final Pool pool;

    PgSessions(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> open(SessionSecret secret, User user, int generation, Duration ttl) {
        return pool.preparedQuery(OPEN)
                .execute(Tuple.of(hash(secret), user.email(), generation, (double) ttl.toSeconds()))
                .chain(() -> pool.query(FORGET).execute())
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<User>> find(SessionSecret secret) {
        return pool.preparedQuery(FIND).execute(Tuple.of(hash(secret))).map(rows -> {
            var found = rows.iterator();
            return found.hasNext() ? Optional.of(user(found.next())) : Optional.empty();
        });
    }

    @Override
    public Uni<Void> end(SessionSecret secret) {
        return pool.preparedQuery(END).execute(Tuple.of(hash(secret))).replaceWithVoid();
    }

    private static Buffer hash(SessionSecret secret) {
        return Buffer.buffer(secret.hash());
    }

    private static User user(Row row) {
        String roles = row.getString("roles");
        return new User(
                row.getString("email"),
                row.getString("name"),
                row.getString("staff_id"),
                roles.isEmpty() ? Set.of() : Set.of(roles.split(" ", -1)),
                true);
    }
}
