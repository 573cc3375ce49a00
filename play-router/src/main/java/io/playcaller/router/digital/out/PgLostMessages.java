package io.playcaller.router.digital.out;

import static io.playcaller.router.store.Transactions.utc;

import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Messages of which nobody can tell any more whether they arrived. */
@ApplicationScoped
public class PgLostMessages {

    private static final String LOST = """
            update digital_message set state = 'lost', reason = 'no-answer', settled_at = $1,
                sentence = 'Its process ended before an answer came; it is not sent again.'
            where state = 'sending' and channel = 'mail' and retry_at < clock_timestamp()
            returning play_run_id""";

    private static final String REPEAT = """
            update digital_message set state = 'waiting', retry_at = null
            where state = 'sending' and channel <> 'mail' and retry_at < clock_timestamp()""";

    /** What waited in a backup may have gone out since it was made; of the mails of one restore nobody gets any twice. */
    private static final String RESTORED = """
            update digital_message set state = 'lost', reason = 'restored', settled_at = $1,
                sentence = 'The database was restored from a backup; the mail may have gone out before.'
            from delivery_hold as hold
            where hold.ordered_by is null and digital_message.created_at < hold.since
              and digital_message.state = 'waiting' and digital_message.channel = 'mail'
            returning play_run_id""";

    /** What was on its way when its process ended: a mail is lost, all else goes again. Answers the runs of what was lost. */
    public Uni<List<UUID>> recover(Transaction tx) {
        return tx.connection()
                .query(REPEAT)
                .execute()
                .chain(() -> lost(tx, LOST))
                .chain(runs -> lost(tx, RESTORED)
                        .map(more -> Stream.concat(runs.stream(), more.stream())
                                .distinct()
                                .toList()));
    }

    private static Uni<List<UUID>> lost(Transaction tx, String statement) {
        return tx.connection()
                .preparedQuery(statement)
                .execute(Tuple.of(utc(tx.now())))
                .map(PgMessages::runs);
    }
}
