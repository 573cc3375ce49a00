package io.playcaller.forecast.process.out;

import io.playcaller.forecast.engine.process.JudgeRole;
import io.playcaller.forecast.engine.process.Judgement;
import io.playcaller.forecast.renewal.Categories;
import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;

/** Rows of the table {@code judgement}. */
final class JudgementRows {

    private JudgementRows() {}

    static Judgement read(Row row) {
        String category = row.getString("category");
        OffsetDateTime withdrawnAt = row.getOffsetDateTime("withdrawn_at");
        return new Judgement(
                row.getUUID("judgement_id"),
                row.getString("contract_id"),
                row.getLocalDate("renewal_on"),
                JudgeRole.of(row.getString("role")).orElseThrow(),
                category == null ? null : Categories.of(category).orElse(null),
                row.getLong("amount_minor"),
                row.getInteger("renews"),
                row.getString("author"),
                row.getString("reason"),
                row.getOffsetDateTime("at").toInstant(),
                row.getOffsetDateTime("expires_at").toInstant(),
                withdrawnAt == null ? null : withdrawnAt.toInstant());
    }
}
