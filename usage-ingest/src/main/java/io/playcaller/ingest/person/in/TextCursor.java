package io.playcaller.ingest.person.in;

import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.contracts.register.PersonSaid;
import io.playcaller.ingest.person.app.Texts.Position;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a page ended, as clients carry it. */
final class TextCursor {

    private TextCursor() {}

    static String of(PersonSaid last) {
        String plain = last.saidAt() + " " + last.textId();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    static @Nullable Position read(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int space = plain.indexOf(' ');
            String textId = UUID.fromString(plain.substring(space + 1)).toString();
            return new Position(Instant.parse(plain.substring(0, Math.max(0, space))), textId);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new ProblemException(
                    Problem.badField("field.invalid", "cursor", "the next of the page before", cursor));
        }
    }
}
