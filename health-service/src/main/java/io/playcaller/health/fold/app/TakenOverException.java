package io.playcaller.health.fold.app;

/** Another replica has raised the epoch of the partition: what was folded here is void. */
public final class TakenOverException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TakenOverException(String message) {
        super(message);
    }
}
