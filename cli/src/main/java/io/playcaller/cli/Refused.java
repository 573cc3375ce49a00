package io.playcaller.cli;

/** A command that does not do what it was asked; the message says why and what to do. No stack trace is shown. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Refused(String message) {
        super(message);
    }

    public Refused(String message, Throwable cause) {
        super(message, cause);
    }
}
