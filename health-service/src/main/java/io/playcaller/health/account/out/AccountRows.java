package io.playcaller.health.account.out;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.health.Contribution;
import io.playcaller.contracts.health.Grade;
import io.playcaller.health.account.AccountSummary;
import io.playcaller.health.account.PastChange;
import io.vertx.mutiny.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rows as what they stand for. */
final class AccountRows {

    private AccountRows() {}

    static AccountSummary summary(Row row) {
        Long arr = row.getLong("arr_minor");
        return new AccountSummary(
                row.getString("account_id"),
                row.getString("name"),
                row.getInteger("score"),
                Grade.valueOf(row.getString("grade")),
                row.getString("segment"),
                arr == null ? null : new Money(arr, row.getString("arr_currency")),
                row.getOffsetDateTime("changed_at").toInstant(),
                row.getInteger("open_signals"));
    }

    static PastChange change(Row row) {
        Integer previous = row.getInteger("previous_score");
        String previousGrade = row.getString("previous_grade");
        return new PastChange(
                row.getLong("rev"),
                row.getOffsetDateTime("valid_from").toInstant(),
                row.getOffsetDateTime("known_at").toInstant(),
                row.getInteger("score"),
                previous == null ? null : previous.longValue(),
                Grade.valueOf(row.getString("grade")),
                previousGrade == null ? null : Grade.valueOf(previousGrade),
                row.getInteger("confidence"),
                List.of(json(row, "contributions", Contribution[].class)),
                row.getString("model_version"));
    }

    static <T> T json(Row row, String column, Class<T> type) {
        return WireJson.read(row.getString(column).getBytes(StandardCharsets.UTF_8), type);
    }
}
