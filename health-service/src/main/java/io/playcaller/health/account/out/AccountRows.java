package io.playcaller.health.account.out;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.health.Contribution;
import io.playcaller.contracts.health.DimensionScore;
import io.playcaller.contracts.health.Grade;
import io.playcaller.contracts.health.ProductScore;
import io.playcaller.health.account.AccountSummary;
import io.playcaller.health.account.MergedInto;
import io.playcaller.health.account.NoScore;
import io.playcaller.health.account.PastChange;
import io.playcaller.health.account.ProductGrade;
import io.vertx.mutiny.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as what they stand for. */
final class AccountRows {

    /** The part of a {@code HealthChanged} that history shows beside its columns. */
    private record Reasons(
            List<Contribution> contributions,
            @Nullable List<DimensionScore> dimensions,
            @Nullable List<ProductScore> products,
            @Nullable Long moreProducts) {}

    private AccountRows() {}

    static AccountSummary summary(Row row) {
        Long arr = row.getLong("arr_minor");
        Integer score = row.getInteger("score");
        String grade = row.getString("grade");
        return new AccountSummary(
                row.getString("account_id"),
                row.getString("name"),
                score == null ? null : score.longValue(),
                grade == null ? null : Grade.valueOf(grade),
                row.getInteger("confidence"),
                row.getString("segment"),
                row.getString("tier"),
                row.getString("stage"),
                arr == null ? null : new Money(arr, row.getString("arr_currency")),
                instant(row, "changed_at"),
                score == null ? noScore(row) : null,
                row.getBoolean("quarantined"),
                mergedInto(row, null),
                row.getInteger("open_signals"),
                products(row));
    }

    /** Of the newest change; none where it is not known yet which they are. */
    private static List<ProductGrade> products(Row row) {
        String[] entries = row.getArrayOfStrings("products");
        return entries == null
                ? List.of()
                : Arrays.stream(entries).map(ProductGrade::ofEntry).toList();
    }

    /** Of an account without a score; a row that no step has written since there is a reason counts as collecting. */
    static String noScore(Row row) {
        if (row.getBoolean("quarantined")) {
            return NoScore.QUARANTINED.code();
        }
        String why = row.getString("no_score");
        return why == null ? NoScore.COLLECTING.code() : why;
    }

    /** @param end where the chain of merges ends */
    static @Nullable MergedInto mergedInto(Row row, @Nullable String end) {
        String into = row.getString("merged_into");
        Instant since = instant(row, "merged_since");
        return into == null || since == null ? null : new MergedInto(into, since, into.equals(end) ? null : end);
    }

    static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }

    static PastChange change(Row row) {
        Integer previous = row.getInteger("previous_score");
        String previousGrade = row.getString("previous_grade");
        Integer computed = row.getInteger("computed");
        Reasons reasons = reasons(row);
        return new PastChange(
                row.getLong("rev"),
                row.getOffsetDateTime("valid_from").toInstant(),
                row.getOffsetDateTime("known_at").toInstant(),
                row.getInteger("score"),
                previous == null ? null : previous.longValue(),
                Grade.valueOf(row.getString("grade")),
                previousGrade == null ? null : Grade.valueOf(previousGrade),
                row.getInteger("confidence"),
                reasons.contributions(),
                row.getString("model_version"),
                computed == null ? null : computed.longValue(),
                reasons.dimensions(),
                reasons.products(),
                reasons.moreProducts());
    }

    /** Of what was said; of a row from before it was kept whole, the two columns that were. */
    private static Reasons reasons(Row row) {
        var said = row.getBuffer("said");
        if (said != null) {
            return WireJson.read(said.getBytes(), Reasons.class);
        }
        return new Reasons(
                List.of(json(row, "contributions", Contribution[].class)),
                row.getString("dimensions") == null ? null : List.of(json(row, "dimensions", DimensionScore[].class)),
                null,
                null);
    }

    static <T> T json(Row row, String column, Class<T> type) {
        return WireJson.read(row.getString(column).getBytes(StandardCharsets.UTF_8), type);
    }
}
