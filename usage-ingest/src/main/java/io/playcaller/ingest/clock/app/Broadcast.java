package io.playcaller.ingest.clock.app;

import io.playcaller.ingest.clock.Beat;

/** Says a beat in every partition of the log, all or nothing. Blocking; used by one thread. */
public interface Broadcast {

    /** Takes the place of whoever spoke before: an earlier speaker's facts are refused from now on. */
    void takeOver();

    /** Fails when it was not said, or when somebody else took over. */
    void say(Beat beat);

    /** Stops speaking. */
    void fallSilent();
}
