package io.playcaller.outbox.relay;

/** The broker refused a relay because a newer one has the shard. */
public final class FencedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public FencedException(String message, Throwable cause) {
        super(message, cause);
    }
}
