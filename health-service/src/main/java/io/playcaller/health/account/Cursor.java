package io.playcaller.health.account;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a page ended: the value by which the list is ordered, and the id that breaks ties.
 *
 * @param value a number: a score, minor units, a revision, or microseconds since 1970
 */
public record Cursor(long value, String id) {

    /** As it stands in {@link Page#next()}; opaque to callers. */
    public String text() {
        byte[] plain = (value + ":" + id).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }

    /** Empty when the text is none of ours. */
    public static Optional<Cursor> ofText(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int colon = plain.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new Cursor(Long.parseLong(plain.substring(0, colon)), plain.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
