package io.playcaller.bench.health;

import java.io.IOException;

/** The two did not come to the same, so that their figures compare nothing. */
public final class UnequalPeerException extends IOException {

    private static final long serialVersionUID = 1L;

    UnequalPeerException(String message) {
        super(message);
    }
}
