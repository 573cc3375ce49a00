package io.playcaller.forecast.meeting;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

    private static final String CURRENCY = "currency";

    /** So many rows are shown, of a table in order of money so many of each currency. */
    public static final int MOST_ROWS = 50;

    /** What a table means. */
    public record Meaning(String key, String title, String definition, String grain, String currencyRule) {}

    /** A table of its first {@value #MOST_ROWS} rows. */
    public static Section of(Meaning meaning, List<String> columns, List<List<@Nullable Object>> rows) {
        return of(meaning, columns, rows, rows.stream().limit(MOST_ROWS).toList());
    }

    /** A table in order of money, of which amounts of two currencies have none: of each the first {@value #MOST_ROWS} rows, currency by currency. */
    public static Section byMoney(Meaning meaning, List<String> columns, List<List<@Nullable Object>> rows) {
        int currency = columns.indexOf(CURRENCY);
        List<List<@Nullable Object>> shown = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> String.valueOf(row.get(currency)), TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(ofOne -> ofOne.stream().limit(MOST_ROWS))
                .toList();
        return of(meaning, columns, rows, shown);
    }

    private static Section of(
            Meaning meaning,
            List<String> columns,
            List<List<@Nullable Object>> rows,
            List<List<@Nullable Object>> shown) {
        return new Section(
                meaning.key(),
                meaning.title(),
                meaning.definition(),
                meaning.grain(),
                meaning.currencyRule(),
                rows.size(),
                List.copyOf(columns),
                shown,
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
