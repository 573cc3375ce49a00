package io.playcaller.forecast.renewal.in;

import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Where a page begins, as clients see it: opaque text made of two. */
record Cursor(String first, String second) {

    private static final char SEPARATOR = '\n';

    String text() {
        byte[] bytes = (first + SEPARATOR + second).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Null for null; a refusal for what never was a cursor. */
    static @Nullable Cursor of(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int separator = plain.indexOf(SEPARATOR);
            if (separator >= 0) {
                return new Cursor(plain.substring(0, separator), plain.substring(separator + 1));
            }
        } catch (IllegalArgumentException notBase64) {
            throw refused(text);
        }
        throw refused(text);
    }

    static ProblemException refused(String text) {
        return new ProblemException(
                Problem.badField("cursor.invalid", "cursor", "the `next` of an earlier answer", text));
    }
}
