package io.playcaller.forecast.process.out;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.forecast.engine.process.Episode;
import io.playcaller.forecast.engine.process.EpisodeChange;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Rows of {@code renewal_episode}: of each contract and reason the signal that was said last. */
final class EpisodeRows {

    private static final String EPISODE = """
            insert into renewal_episode (contract_id, reason, number, episode_id, account_id, renewal_on, transition,
                open, severity, sentence, evidence, opened_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            on conflict (contract_id, reason) do update
            set number = excluded.number, episode_id = excluded.episode_id, account_id = excluded.account_id,
                renewal_on = excluded.renewal_on, transition = excluded.transition, open = excluded.open,
                severity = excluded.severity, sentence = excluded.sentence, evidence = excluded.evidence,
                opened_at = excluded.opened_at""";

    private EpisodeRows() {}

    static Episode read(Row row) {
        return new Episode(
                row.getString("contract_id"),
                Reason.ofWire(row.getString("reason")),
                row.getInteger("number"),
                row.getString("account_id"),
                row.getLocalDate("renewal_on"),
                row.getInteger("transition"),
                row.getBoolean("open"),
                Severity.valueOf(row.getString("severity").toUpperCase(Locale.ROOT)),
                row.getString("sentence"),
                List.of(row.getArrayOfStrings("evidence")),
                row.getOffsetDateTime("opened_at").toInstant());
    }

    static Uni<Void> write(SqlConnection transaction, List<EpisodeChange> changes) {
        Map<List<String>, Episode> last = new LinkedHashMap<>();
        changes.forEach(change -> last.put(
                List.of(change.after().contractId(), change.after().reason().code()), change.after()));
        return Columns.each(transaction, EPISODE, last.values(), EpisodeRows::tuple);
    }

    private static Tuple tuple(Episode episode) {
        return Tuple.wrap(new Object[] {
            episode.contractId(),
            episode.reason().code(),
            episode.number(),
            episode.episodeId(),
            episode.accountId(),
            episode.renewalOn(),
            episode.transition(),
            episode.open(),
            episode.severity().name().toLowerCase(Locale.ROOT),
            episode.sentence(),
            episode.evidence().toArray(String[]::new),
            Columns.utc(episode.openedAt())
        });
    }
}
