package io.playcaller.ingest.letter.out;

import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.contracts.deadletter.Place;
import io.playcaller.ingest.letter.Attempt;
import io.playcaller.ingest.letter.Became;
import io.playcaller.ingest.letter.Correction;
import io.playcaller.ingest.letter.Letter;
import io.playcaller.ingest.letter.LetterHead;
import io.playcaller.ingest.letter.LetterState;
import io.vertx.mutiny.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of the tables of letters and replays. */
final class LetterRows {

    static final String HEAD = "letter_id, place, source, reason, detail, account_id, received_at, written_at, state";

    static final String WHOLE = HEAD + ", content";

    private LetterRows() {}

    static LetterHead head(Row row) {
        return new LetterHead(
                row.getString(0),
                Place.valueOf(row.getString(1)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getOffsetDateTime(6).toInstant(),
                row.getOffsetDateTime(7).toInstant(),
                LetterState.valueOf(row.getString(8)));
    }

    static Letter letter(Row row, List<Attempt> attempts) {
        return new Letter(head(row), json(row.getString(9), DeadLetter.class), attempts);
    }

    /** A row of letter_replay: attempt, begun_at, begun_by, correction, became, reason, detail. */
    static Attempt attempt(Row row) {
        String became = row.getString(4);
        return new Attempt(
                row.getInteger(0),
                row.getOffsetDateTime(1).toInstant(),
                row.getString(2),
                json(row.getString(3), Correction.class),
                became == null ? null : new Became(LetterState.valueOf(became), row.getString(5), row.getString(6)));
    }

    private static <T> @Nullable T json(@Nullable String text, Class<T> type) {
        return text == null ? null : WireJson.read(text.getBytes(StandardCharsets.UTF_8), type);
    }
}
