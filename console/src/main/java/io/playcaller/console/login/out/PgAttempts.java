package io.playcaller.console.login.out;

import io.playcaller.console.login.app.Attempts;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The table {@code login_attempt}; subjects are hashed, so that it holds no addresses. */
@ApplicationScoped
public class PgAttempts implements Attempts {

    private static final String COUNT = """
            insert into login_attempt (subject, attempts, window_ends)
            select subject, 1, clock_timestamp() + make_interval(secs => $3)
            from unnest($1::text[]) as subject
            order by subject
            on conflict (subject) do update
            set attempts = case when login_attempt.window_ends > clock_timestamp()
                    then login_attempt.attempts + 1 else 1 end,
                window_ends = case when login_attempt.window_ends > clock_timestamp()
                    then login_attempt.window_ends else excluded.window_ends end
            returning subject, attempts, extract(epoch from window_ends - clock_timestamp())::float8 as seconds_left""";

    private static final String WAIT = "with counted as (" + COUNT + ")\n" + """
            select coalesce(max(seconds_left), 0) as wait
            from counted join unnest($1::text[], $2::int[]) as told (subject, at_most) using (subject)
            where attempts > at_most""";

    private static final String FORGIVE = """
            update login_attempt set attempts = attempts - 1 where subject = any($1::text[]) and attempts > 0""";
    private static final String FORGET = "delete from login_attempt where window_ends < clock_timestamp()";

    private final Pool pool;

    PgAttempts(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Duration> count(Map<String, Integer> limits, Duration window) {
        List<String> subjects = new ArrayList<>();
        List<Integer> atMost = new ArrayList<>();
        limits.forEach((subject, limit) -> {
            subjects.add(hash(subject));
            atMost.add(limit);
        });
        Tuple parameters =
                Tuple.of(subjects.toArray(String[]::new), atMost.toArray(Integer[]::new), (double) window.toSeconds());
        return pool.preparedQuery(WAIT)
                .execute(parameters)
                .map(rows -> wait(rows.iterator().next()));
    }

    @Override
    public Uni<Void> forgive(Set<String> subjects) {
        String[] hashes = subjects.stream().map(PgAttempts::hash).sorted().toArray(String[]::new);
        return pool.preparedQuery(FORGIVE)
                .execute(Tuple.of(hashes))
                .chain(() -> pool.query(FORGET).execute())
                .replaceWithVoid();
    }

    private static Duration wait(Row row) {
        double seconds = row.getDouble("wait");
        return seconds <= 0 ? Duration.ZERO : Duration.ofSeconds((long) Math.ceil(seconds));
    }

    private static String hash(String subject) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(subject.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
