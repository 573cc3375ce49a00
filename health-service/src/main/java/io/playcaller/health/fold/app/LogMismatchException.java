package io.playcaller.health.fold.app;

/** PostgreSQL and Kafka do not belong together: going on would lose or repeat facts. The message says where. */
public final class LogMismatchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LogMismatchException(String message) {
        super(message);
    }
}
