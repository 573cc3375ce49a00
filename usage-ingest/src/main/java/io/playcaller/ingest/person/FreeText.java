package io.playcaller.ingest.person;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote in a ticket or a survey. It never goes to the log.
 *
 * @param subject at most {@value #MAX_SUBJECT} characters
 * @param body at most {@value #MAX_TEXT} characters
 * @param comment at most {@value #MAX_TEXT} characters
 * @param cut whether a part was longer
 */
public record FreeText(
        @Nullable String subject,
        @Nullable String body,
        @Nullable String comment,
        boolean cut) {

    public static final int MAX_SUBJECT = 1_000;
    public static final int MAX_TEXT = 10_000;

    /** Empty when there is nothing in any part. */
    public static Optional<FreeText> of(@Nullable String subject, @Nullable String body, @Nullable String comment) {
        if (Stream.of(text(subject), text(body), text(comment)).allMatch(String::isBlank)) {
            return Optional.empty();
        }
        boolean cut = text(subject).length() > MAX_SUBJECT
                || text(body).length() > MAX_TEXT
                || text(comment).length() > MAX_TEXT;
        return Optional.of(
                new FreeText(within(subject, MAX_SUBJECT), within(body, MAX_TEXT), within(comment, MAX_TEXT), cut));
    }

    private static String text(@Nullable String part) {
        return part == null ? "" : part;
    }

    /** Not through the middle of a character. */
    private static @Nullable String within(@Nullable String part, int limit) {
        if (part == null || part.isBlank()) {
            return null;
        }
        if (part.length() <= limit) {
            return part;
        }
        int end = Character.isHighSurrogate(part.charAt(limit - 1)) ? limit - 1 : limit;
        return part.substring(0, end);
    }
}
