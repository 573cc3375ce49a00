package io.playcaller.outbox.relay;

import org.jboss.logging.Logger;

/** Logs that something fails when it starts to, and when it works again; in between it only waits longer. */
final class Trouble {

    private static final Logger LOG = Logger.getLogger(Trouble.class);

    private static final long FIRST_DELAY_MS = 100;
    private static final long LONGEST_DELAY_MS = 5_000;

    private final String what;
    private long delayMs;

    Trouble(String what) {
        this.what = what;
    }

    /** @return how long to wait before the next attempt */
    long failed(Throwable cause) {
        if (delayMs == 0) {
            LOG.warnf(cause, "%s fails, is tried again", what);
            delayMs = FIRST_DELAY_MS;
        } else {
            LOG.debugf(cause, "%s fails still", what);
            delayMs = Math.min(delayMs * 2, LONGEST_DELAY_MS);
        }
        return delayMs;
    }

    void over() {
        if (delayMs != 0) {
            LOG.infof("%s works again", what);
            delayMs = 0;
        }
    }
}
