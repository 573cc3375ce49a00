package io.playcaller.ingest.letter.out;

import io.playcaller.ingest.letter.LetterFilter;
import io.playcaller.ingest.letter.Position;
import io.playcaller.ingest.postgres.out.Rows;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A filter as SQL: only what it says stands there, so that the planner sees it. */
final class LetterConditions {

    private final List<String> conditions = new ArrayList<>(List.of("true"));
    private final List<Object> values = new ArrayList<>();

    LetterConditions(LetterFilter filter) {
        and("place = %s", filter.place() == null ? null : filter.place().name());
        and("source = %s", filter.source());
        and("reason = %s", filter.reason());
        and("account_id = %s", filter.accountId());
        and("state = %s", filter.state() == null ? null : filter.state().name());
        and("received_at >= %s", Rows.time(filter.since()));
        and("received_at < %s", Rows.time(filter.until()));
    }

    /** @param comparison {@code <} or {@code >} */
    LetterConditions past(String comparison, @Nullable Position position) {
        if (position != null) {
            String time = parameter(position.receivedAt().atOffset(ZoneOffset.UTC));
            conditions.add("(received_at, letter_id) " + comparison + " (" + time + ", "
                    + parameter(position.letterId()) + ")");
        }
        return this;
    }

    /** After {@code where}. */
    String sql() {
        return String.join(" and ", conditions);
    }

    Tuple parameters() {
        return Tuple.from(values);
    }

    private void and(String condition, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition.formatted(parameter(value)));
        }
    }

    private String parameter(Object value) {
        values.add(value);
        return "$" + values.size();
    }
}
