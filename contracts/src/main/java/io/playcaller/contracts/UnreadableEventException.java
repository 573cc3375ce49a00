package io.playcaller.contracts;

import org.jspecify.annotations.Nullable;

/** A record that cannot be read as what it says it is. It becomes a dead letter; nothing else in its batch is harmed. */
public final class UnreadableEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String expected;
    private final String actual;

    /**
     * @param field the name of a header, or a JSON pointer into the value; empty for the value as a whole
     * @param expected what would have been read
     * @param actual what came; only its beginning when it is long
     */
    public UnreadableEventException(String field, String expected, String actual, @Nullable Throwable cause) {
        super(
                "%s must be %s, is %s".formatted(field.isEmpty() ? "the value" : field, expected, Shown.of(actual)),
                cause);
        this.field = field;
        this.expected = expected;
        this.actual = Shown.of(actual);
    }

    public String field() {
        return field;
    }

    public String expected() {
        return expected;
    }

    public String actual() {
        return actual;
    }
}
