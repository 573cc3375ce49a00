package io.playcaller.router.signal.out;

import static io.playcaller.router.store.Transactions.utc;

import io.playcaller.router.signal.Spoken;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Words that may be said again, each with the signals that it was for. Whoever calls holds the lane of the word. */
@ApplicationScoped
public class PgSpokenWords {

    private static final String KEPT = """
            select fingerprint, episodes,
                   array(select episode_id from signal
                         where episode_id = any(spoken_word.episodes)
                           and (status_since is null or status_since <= spoken_word.said_at))
            from spoken_word where who = $1 and word_key = $2""";

    private static final String KEEP = """
            insert into spoken_word (who, word_key, fingerprint, episodes, said_at) values ($1, $2, $3, $4, $5)""";

    /**
     * What was said under a key.
     *
     * @param episodes for which it was, in their order
     * @param asTheyWere those of them of which nothing else has become since it was said
     */
    public record Kept(UUID fingerprint, List<UUID> episodes, Set<UUID> asTheyWere) {}

    public Uni<Optional<Kept>> kept(Transaction tx, Spoken word) {
        return tx.connection()
                .preparedQuery(KEPT)
                .execute(Tuple.of(word.who(), word.key()))
                .map(rows -> {
                    RowIterator<Row> row = rows.iterator();
                    return row.hasNext() ? Optional.of(kept(row.next())) : Optional.empty();
                });
    }

    private static Kept kept(Row row) {
        return new Kept(row.getUUID(0), List.of(row.getArrayOfUUIDs(1)), Set.of(row.getArrayOfUUIDs(2)));
    }

    /** Remembers a word, and for which signals it is. */
    public Uni<Void> keep(Transaction tx, Spoken word, List<UUID> episodes) {
        Tuple row = Tuple.of(word.who(), word.key(), word.fingerprint(), episodes.toArray(UUID[]::new), utc(tx.now()));
        return tx.connection().preparedQuery(KEEP).execute(row).replaceWithVoid();
    }
}
