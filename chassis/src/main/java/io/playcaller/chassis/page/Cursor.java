package io.playcaller.chassis.page;

import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Base64;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended, as clients carry it: text that is opaque to them.
 *
 * @param value what the list is ordered by, of the last item
 * @param id what breaks ties, of the last item; empty where nothing ties
 */
public record Cursor(String value, String id) {

    private static final char SEPARATOR = '\n';
    private static final int MOST_DIGITS = 40;

    /** As it stands in {@link Page#next}. */
    public String text() {
        byte[] plain = (value + SEPARATOR + id).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }

    /**
     * The place that the parameter {@code cursor} of a request names.
     *
     * @param place from value and id; may throw what parsing throws
     * @return null for the first page
     * @throws ProblemException 400 for what is no cursor of this list
     */
    public static <T> @Nullable T read(@Nullable String text, BiFunction<String, String, T> place) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int separator = plain.indexOf(SEPARATOR);
            if (separator >= 0 && plain.indexOf('\0') < 0) {
                return place.apply(plain.substring(0, separator), plain.substring(separator + 1));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw refused(text);
        }
        throw refused(text);
    }

    /**
     * A number by which a list is ordered.
     *
     * @throws IllegalArgumentException for what is none, or larger or finer than anything that is listed
     */
    public static BigDecimal number(String value) {
        BigDecimal number = new BigDecimal(value);
        if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
            throw new IllegalArgumentException("a number of more than " + MOST_DIGITS + " digits");
        }
        return number;
    }

    private static ProblemException refused(String text) {
        return new ProblemException(
                Problem.badField("cursor.invalid", "cursor", "the `next` of the page before", text));
    }
}
