package io.playcaller.router.digital.out;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads messages of digital steps for people. Whom they are for is named by the random id alone. */
@ApplicationScoped
public class PgMessageList {

    private static final String LINES = """
            select message_id, play_run_id, play, step, account_id, person_id, template, channel, state, reason, sentence,
                   attempts, case when state = 'waiting' then due_at end, until_at, created_at, settled_at
            from digital_message
            where ($1::text is null or account_id = $1)
              and ($2::text is null or state = $2)
              and ($3::uuid is null or play_run_id = $3)
              and ($4::timestamptz is null or (created_at, message_id) < ($4, $5::uuid))
            order by created_at desc, message_id desc limit $6""";

    private final Pool pool;

    PgMessageList(Pool pool) {
        this.pool = pool;
    }

    /**
     * A message.
     *
     * @param reason why it is not sent, or not yet; {@code sentence} is the same for people
     * @param askedAgainAt when a waiting one is decided again
     * @param until when a waiting one is given up
     */
    public record Line(
            UUID messageId,
            UUID playRunId,
            String play,
            String step,
            String accountId,
            String personId,
            String template,
            String channel,
            String state,
            @Nullable String reason,
            @Nullable String sentence,
            int attempts,
            @Nullable Instant askedAgainAt,
            Instant until,
            Instant createdAt,
            @Nullable Instant settledAt) {}

    /** Where a line stands in the order. */
    public record Position(Instant createdAt, UUID messageId) {}

    /** Newest first. */
    public Uni<List<Line>> lines(
            @Nullable String accountId,
            @Nullable String state,
            @Nullable UUID playRunId,
            @Nullable Position after,
            int limit) {
        Tuple question = Tuple.tuple()
                .addString(accountId)
                .addString(state)
                .addUUID(playRunId)
                .addOffsetDateTime(after == null ? null : after.createdAt().atOffset(ZoneOffset.UTC))
                .addUUID(after == null ? null : after.messageId())
                .addInteger(limit);
        return pool.preparedQuery(LINES).execute(question).map(rows -> {
            List<Line> lines = new ArrayList<>();
            rows.forEach(row -> lines.add(line(row)));
            return lines;
        });
    }

    private static Line line(Row row) {
        return new Line(
                row.getUUID(0),
                row.getUUID(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getInteger(11),
                orNull(row.getOffsetDateTime(12)),
                row.getOffsetDateTime(13).toInstant(),
                row.getOffsetDateTime(14).toInstant(),
                orNull(row.getOffsetDateTime(15)));
    }

    private static @Nullable Instant orNull(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
