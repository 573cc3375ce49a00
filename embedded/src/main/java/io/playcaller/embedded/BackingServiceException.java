package io.playcaller.embedded;

import org.jspecify.annotations.Nullable;

/** A backing service could not start or stop; the message says what to do about it. */
public class BackingServiceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BackingServiceException(String message) {
        this(message, null);
    }

    public BackingServiceException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
