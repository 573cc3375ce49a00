package io.playcaller.router.delivery.slack.out;

import io.playcaller.router.delivery.person.TaskNote;
import io.playcaller.router.store.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** What is kept of Slack: its ids of our people, and the messages that show tasks. */
@ApplicationScoped
public class PgSlack {

    private static final String PERSON =
            "select user_id, channel_id from slack_person where staff_id = $1 and found_by = $2";

    private static final String KEEP_PERSON = """
            insert into slack_person (staff_id, found_by, user_id, channel_id) values ($1, $2, $3, $4)
            on conflict (staff_id) do update
            set found_by = excluded.found_by, user_id = excluded.user_id, channel_id = excluded.channel_id""";

    private static final String STAFF =
            "select staff_id from slack_person where user_id = $1 order by staff_id limit 1";

    private static final String CARDS =
            "select recipient, channel_id, ts from slack_card where task_id = $1 order by recipient";

    private static final String KEEP_CARD = """
            insert into slack_card (task_id, recipient, channel_id, ts) values ($1, $2, $3, $4)
            on conflict (task_id, recipient) do update set channel_id = excluded.channel_id, ts = excluded.ts""";

    private static final String DROP_CARD = "delete from slack_card where task_id = $1 and recipient = $2";

    private static final String NEWEST = """
            select body from delivery where task_id = $1 and connector = $2 order by rev desc, purpose limit 1""";

    private final Pool pool;

    PgSlack(Pool pool) {
        this.pool = pool;
    }

    /** Slack's ids of somebody, and of the conversation with them. */
    record Found(String userId, String channelId) {}

    /** A message that shows a task. */
    record Card(String recipient, String channelId, String ts) {}

    /** @param foundBy what they were looked for by: as long as that stays, so do the ids */
    Uni<Optional<Found>> person(String staffId, String foundBy) {
        return pool.preparedQuery(PERSON)
                .execute(Tuple.of(staffId, foundBy))
                .map(rows -> first(rows, row -> new Found(row.getString(0), row.getString(1))));
    }

    Uni<Void> keep(String staffId, String foundBy, Found found) {
        return pool.preparedQuery(KEEP_PERSON)
                .execute(Tuple.of(staffId, foundBy, found.userId(), found.channelId()))
                .replaceWithVoid();
    }

    /** Who somebody in Slack is, of those who were found by their e-mail address. */
    public Uni<Optional<String>> staffOf(String userId) {
        return pool.preparedQuery(STAFF).execute(Tuple.of(userId)).map(rows -> first(rows, row -> row.getString(0)));
    }

    Uni<List<Card>> cards(UUID taskId) {
        return pool.preparedQuery(CARDS).execute(Tuple.of(taskId)).map(rows -> {
            List<Card> cards = new ArrayList<>();
            rows.forEach(row -> cards.add(new Card(row.getString(0), row.getString(1), row.getString(2))));
            return cards;
        });
    }

    Uni<Void> keep(UUID taskId, Card card) {
        return pool.preparedQuery(KEEP_CARD)
                .execute(Tuple.of(taskId, card.recipient(), card.channelId(), card.ts()))
                .replaceWithVoid();
    }

    Uni<Void> drop(UUID taskId, Card card) {
        return pool.preparedQuery(DROP_CARD)
                .execute(Tuple.of(taskId, card.recipient()))
                .replaceWithVoid();
    }

    /** The task as the newest message about it says: a card never shows an older one. */
    Uni<Optional<TaskNote>> newest(UUID taskId) {
        return pool.preparedQuery(NEWEST)
                .execute(Tuple.of(taskId, SlackConnector.NAME))
                .map(rows -> first(rows, row -> Columns.read(row.getString(0), TaskNote.class)));
    }

    private static <T> Optional<T> first(RowSet<Row> rows, Function<Row, T> as) {
        Optional<T> found = Optional.empty();
        for (Row row : rows) {
            found = found.isPresent() ? found : Optional.of(as.apply(row));
        }
        return found;
    }
}
