package io.playcaller.forecast.meeting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One table of a packet, with what it means. Amounts are minor units beside their currency, shares fractions of one.
 *
 * @param grain what a row is
 * @param currencyRule how amounts of several currencies are treated
 * @param n how many there are; the rows may be the first of them only
 * @param rows each with a value for each column; a value is text, a number, a day, or null where nothing is known
 * @param notAvailable why there is nothing; null where there is
 */
public record Section(
        String key,
        String title,
        String definition,
        String grain,
        String currencyRule,
        int n,
        List<String> columns,
        List<List<@Nullable Object>> rows,
        @Nullable String notAvailable) {

    /** Amounts stand in their own currencies. */
    public static final String EACH_BY_ITSELF = "each-by-itself";
    /** No amounts. */
    public static final String NONE = "none";

    /** So many rows are shown. */
    public static final int MOST_ROWS = 50;

    /** What a table means. */
    public record Meaning(String key, String title, String definition, String grain, String currencyRule) {}

    /** A table of its first {@value #MOST_ROWS} rows. */
    public static Section of(Meaning meaning, List<String> columns, List<List<@Nullable Object>> rows) {
        return new Section(
                meaning.key(),
                meaning.title(),
                meaning.definition(),
                meaning.grain(),
                meaning.currencyRule(),
                rows.size(),
                List.copyOf(columns),
                rows.stream().limit(MOST_ROWS).toList(),
                null);
    }

    /** A table that cannot be filled. */
    public static Section notAvailable(Meaning meaning, String because) {
        return new Section(
                meaning.key(),
                meaning.title(),
                meaning.definition(),
                meaning.grain(),
                meaning.currencyRule(),
                0,
                List.of(),
                List.of(),
                because);
    }
}
