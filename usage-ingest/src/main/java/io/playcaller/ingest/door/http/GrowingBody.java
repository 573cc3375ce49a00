package io.playcaller.ingest.door.http;

/** The room that a body takes which does not say its size: as much as came of it. Its end may come while it still grows. */
final class GrowingBody {

    private final BodyRoom room;
    private long held;
    private boolean ended;

    GrowingBody(BodyRoom room) {
        this.room = room;
    }

    /** Whether there is room for so many bytes of it; they are held until its end, those that came before it grew among them. */
    synchronized boolean growTo(long bytes) {
        if (ended) {
            return true;
        }
        if (!room.enter(bytes - held)) {
            return false;
        }
        held = bytes;
        return true;
    }

    /** Whether it holds none. */
    synchronized boolean isSmall() {
        return held == 0;
    }

    synchronized void end() {
        ended = true;
        room.leave(held);
        held = 0;
    }
}
