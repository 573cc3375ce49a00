package io.playcaller.router.digital.out;

import static io.playcaller.router.store.Transactions.utc;

import io.playcaller.router.digital.Outgoing;
import io.playcaller.router.store.Columns;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes messages of digital steps, and takes them back. */
@ApplicationScoped
public class PgMessages {

    private static final String INSERT = """
            insert into digital_message (message_id, play_run_id, play, step, account_id, person_id, template, channel, body,
                    run_date, until_at, state, due_at, created_at)
            select id, run, play, step, account_id, person_id, template, channel, body::jsonb, run_date, until_at, 'waiting',
                   $12::timestamptz, $12::timestamptz
            from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                        $9::text[], $10::date[], $11::timestamptz[])
                as m (id, run, play, step, account_id, person_id, template, channel, body, run_date, until_at)
            order by id
            on conflict (message_id) do nothing""";

    private static final String WITHDRAW = """
            update digital_message set state = 'skipped', reason = 'run-over', sentence = 'The run of its play is over.',
                settled_at = $2
            where play_run_id = any($1) and state = 'waiting'""";

    private static final String REDATE = """
            update digital_message set run_date = moved.run_date
            from unnest($1::uuid[], $2::date[]) as moved (play_run_id, run_date)
            where digital_message.play_run_id = moved.play_run_id and state = 'waiting'""";

    private static final String FORGET = "delete from digital_message where person_id = any($1) returning play_run_id";

    /** Makes messages, each once. */
    public Uni<Void> insert(Transaction tx, List<Outgoing> made) {
        if (made.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple rows = Tuple.tuple()
                .addArrayOfUUID(Columns.of(made, Outgoing::messageId, UUID[]::new))
                .addArrayOfUUID(Columns.of(made, Outgoing::playRunId, UUID[]::new))
                .addArrayOfString(Columns.of(made, Outgoing::play, String[]::new))
                .addArrayOfString(Columns.of(made, Outgoing::step, String[]::new))
                .addArrayOfString(Columns.of(made, Outgoing::accountId, String[]::new))
                .addArrayOfString(Columns.of(made, Outgoing::personId, String[]::new))
                .addArrayOfString(
                        Columns.of(made, one -> one.message().template().key(), String[]::new))
                .addArrayOfString(
                        Columns.of(made, one -> one.message().channel().word(), String[]::new))
                .addArrayOfString(Columns.of(made, one -> Columns.json(one.message()), String[]::new))
                .addArrayOfLocalDate(Columns.of(made, Outgoing::date, LocalDate[]::new))
                .addArrayOfOffsetDateTime(Columns.of(made, one -> utc(one.until()), OffsetDateTime[]::new))
                .addOffsetDateTime(utc(tx.now()));
        return tx.connection().preparedQuery(INSERT).execute(rows).replaceWithVoid();
    }

    /** These runs ended: what of them waits is not sent any more. */
    public Uni<Void> withdraw(Transaction tx, Collection<UUID> runs) {
        return runs.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.connection()
                        .preparedQuery(WITHDRAW)
                        .execute(Tuple.of(runs.toArray(UUID[]::new), utc(tx.now())))
                        .replaceWithVoid();
    }

    /** These runs count back from other dates now: what waits of them says these. */
    public Uni<Void> redate(Transaction tx, Map<UUID, LocalDate> dates) {
        return dates.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.connection()
                        .preparedQuery(REDATE)
                        .execute(Tuple.of(
                                Columns.of(dates.entrySet(), Map.Entry::getKey, UUID[]::new),
                                Columns.of(dates.entrySet(), Map.Entry::getValue, LocalDate[]::new)))
                        .replaceWithVoid();
    }

    /** Takes away what was to be sent to people, and what was; answers its runs. */
    public Uni<List<UUID>> forget(Transaction tx, Collection<String> personIds) {
        return tx.connection()
                .preparedQuery(FORGET)
                .execute(Tuple.of((Object) personIds.toArray(String[]::new)))
                .map(PgMessages::runs);
    }

    static List<UUID> runs(Iterable<Row> rows) {
        List<UUID> runs = new ArrayList<>();
        rows.forEach(row -> runs.add(row.getUUID(0)));
        return runs.stream().distinct().toList();
    }
}
