package io.playcaller.ingest.json;

import io.playcaller.ingest.refusal.Refusal;

/** Carries a refusal out of nested reading, up to the reader that turns it into a value; no stack trace. */
public final class RefusedJsonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public RefusedJsonException(Refusal refusal) {
        super(refusal.detail(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
