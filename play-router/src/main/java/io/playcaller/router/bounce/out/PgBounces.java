package io.playcaller.router.bounce.out;

import static io.playcaller.router.store.Transactions.utc;

import io.playcaller.router.bounce.BounceReport;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** What letters that came back change. */
@ApplicationScoped
public class PgBounces {

    /** Also of one whose attempt is not settled yet: the report may be faster than what was heard of the attempt. */
    private static final String DELIVERY = """
            update delivery set state = 'failed', because = $2, came_back = true
            where delivery_id = $1 and connector = 'mail' and (state = 'sent' or (state = 'pending' and attempts > 0))""";

    /** Also of one that is not settled yet: what then says that it was sent finds that somebody else has gone on with it. */
    private static final String MESSAGE = """
            update digital_message set state = $2, reason = $3, sentence = $4, settled_at = $5, came_back = true
            where message_id = $1 and channel = 'mail' and state in ('sending', 'sent', 'lost')
            returning play_run_id""";

    /** Unless the register has said another address since. */
    private static final String ADDRESS = """
            update contact set bounced_at = $2
            from digital_message as message join contact as receiver on receiver.person_id = message.person_id
            where message.message_id = $1 and lower(receiver.email) = lower($3) and lower(contact.email) = lower($3)""";

    /** A letter to one of our people; answers whether it was out. */
    public Uni<Boolean> delivery(Transaction tx, UUID deliveryId, BounceReport report) {
        return tx.connection()
                .preparedQuery(DELIVERY)
                .execute(Tuple.of(deliveryId, report.sentence()))
                .map(changed -> changed.rowCount() == 1);
    }

    /** One to somebody of a customer; answers its run, where it was out. */
    public Uni<Optional<UUID>> message(Transaction tx, UUID messageId, BounceReport report) {
        boolean gone = report.isOfTheMailbox();
        String state = gone ? "bounced" : "failed";
        String reason = gone ? "bounced" : "refused";
        Tuple row = Tuple.of(messageId, state, reason, report.sentence(), utc(tx.now()));
        return tx.connection().preparedQuery(MESSAGE).execute(row).map(rows -> {
            RowIterator<Row> found = rows.iterator();
            return found.hasNext() ? Optional.of(found.next().getUUID(0)) : Optional.empty();
        });
    }

    /** The address of that message takes no mail, if that is what was reported. */
    public Uni<Void> address(Transaction tx, UUID messageId, BounceReport report) {
        return report.isOfTheMailbox()
                ? tx.connection()
                        .preparedQuery(ADDRESS)
                        .execute(Tuple.of(messageId, utc(tx.now()), report.to()))
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }
}
