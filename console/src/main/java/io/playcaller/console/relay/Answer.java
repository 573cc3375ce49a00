package io.playcaller.console.relay;

import org.jspecify.annotations.Nullable;

/** What a service answered, as it came. */
public final class Answer {

    private final int status;
    private final @Nullable String contentType;
    private final @Nullable String retryAfter;
    private final byte[] body;

    public Answer(int status, @Nullable String contentType, @Nullable String retryAfter, byte[] body) {
        this.status = status;
        this.contentType = contentType;
        this.retryAfter = retryAfter;
        this.body = body;
    }

    public int status() {
        return status;
    }

    public @Nullable String contentType() {
        return contentType;
    }

    public @Nullable String retryAfter() {
        return retryAfter;
    }

    public byte[] body() {
        return body;
    }
}
