package io.playcaller.cli.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.cli.Columns;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** Merges as lines for people. */
final class MergeLines {

    private MergeLines() {}

    /** A heading and a line a merge. */
    static List<String> list(String account, JsonNode merges) {
        if (merges.isEmpty()) {
            return List.of(account + " was never merged into another account.");
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("INTO", "MERGED", "BY", "UNDONE", "BY", "REASON"));
        merges.forEach(merge -> rows.add(List.of(
                merge.path("into").asText(),
                Columns.minute(merge.path("mergedAt").asText()),
                merge.path("mergedBy").asText(),
                Columns.minute(merge.path("undoneAt").asText("in force")),
                merge.path("undoneBy").asText(""),
                merge.path("reason").asText())));
        return Columns.aligned(rows);
    }

    /** What becomes of each kind of thing, and why. */
    static List<String> preview(JsonNode preview) {
        String account = preview.path("accountId").asText();
        String into = preview.path("into").asText();
        if (preview.path("unchanged").asBoolean()) {
            return List.of("%s is merged into %s already; nothing would change.".formatted(account, into));
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("WHAT", "BECOMES", "COUNT", "WHY"));
        preview.path("effects").forEach(effect -> rows.add(cells(effect)));
        List<String> lines = new ArrayList<>();
        lines.add("%s into %s: what is accepted would go to %s."
                .formatted(account, into, preview.path("leadsTo").asText()));
        lines.addAll(Columns.aligned(rows));
        lines.add("Nothing was stored.");
        return lines;
    }

    private static List<String> cells(JsonNode effect) {
        List<String> told = new ArrayList<>();
        effect.path("named").forEach(name -> told.add(name.asText()));
        effect.path("arr").forEach(amount -> told.add(amount(amount) + " ARR"));
        String why = effect.path("why").asText();
        return List.of(
                effect.path("what").asText(),
                effect.path("becomes").asText(),
                effect.path("count").asText("-"),
                told.isEmpty() ? why : String.join(", ", told) + ": " + why);
    }

    private static String amount(JsonNode amount) {
        Currency currency = Currency.getInstance(amount.path("currency").asText());
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        return BigDecimal.valueOf(amount.path("minor").asLong(), digits).toPlainString() + " "
                + currency.getCurrencyCode();
    }
}
