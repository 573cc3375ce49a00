package io.playcaller.ingest.letter;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** A letter's place in the order in which letters are listed: by receipt, ties by id. */
public record Position(Instant receivedAt, String letterId) {

    public static Position of(LetterHead letter) {
        return new Position(letter.receivedAt(), letter.letterId());
    }

    /** As clients carry it; opaque to them. */
    public String text() {
        byte[] plain = (receivedAt + " " + letterId).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }

    /** Empty when the text is none of ours. */
    public static Optional<Position> ofText(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int space = plain.indexOf(' ');
            return space < 0
                    ? Optional.empty()
                    : Optional.of(new Position(Instant.parse(plain.substring(0, space)), plain.substring(space + 1)));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
