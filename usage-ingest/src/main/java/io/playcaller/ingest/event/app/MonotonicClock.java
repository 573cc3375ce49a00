package io.playcaller.ingest.event.app;

/**
 * How much time passes, whatever clocks are set to. It goes on while the process stands still; while the machine is suspended it
 * may not.
 */
public interface MonotonicClock {

    /** Nanoseconds since some moment: only the difference of two answers means something. */
    long nanos();
}
