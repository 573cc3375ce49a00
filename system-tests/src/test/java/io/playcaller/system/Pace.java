package io.playcaller.system;

import java.util.concurrent.locks.LockSupport;

/** So many a second, counted from the beginning: who fell behind catches up. */
final class Pace {

    private final long began = System.nanoTime();
    private final double nanosEach;

    Pace(int perSecond) {
        this.nanosEach = 1e9 / perSecond;
    }

    /** Returns when the event of that number, the first being 0, is due. */
    void await(int number) {
        long due = began + (long) (number * nanosEach);
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
