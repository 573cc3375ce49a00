package io.playcaller.contracts;

/** A record that cannot be read as what it says it is. It becomes a dead letter; nothing else in its batch is harmed. */
public final class UnreadableEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableEventException(String message) {
        super(message);
    }

    public UnreadableEventException(String message, Throwable cause) {
        super(message, cause);
    }
}
