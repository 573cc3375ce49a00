package io.playcaller.health.engine.state;

import io.playcaller.health.engine.episode.Phase;
import java.util.ArrayList;
import java.util.List;

/**
 * Where automata stand, as bytes. Most rules never opened anything and are over since the same instant as the rule before
 * them: what is not there takes a bit, and since when it is over a distance.
 */
final class PhaseCodec {

    private static final int OPENED = 1;
    private static final int CLOSED = 2;
    private static final int ON = 4;
    private static final int URGENT = 8;
    private static final int OFF = 16;

    private PhaseCodec() {}

    static void write(ByteWriter out, List<Phase> phases) {
        out.unsigned(phases.size());
        long off = 0;
        for (Phase phase : phases) {
            out.raw(present(phase));
            if (there(phase.openedAt())) {
                out.signed(phase.openedAt());
                out.unsigned(phase.openings());
                out.signed(phase.lastOpened() - phase.openedAt());
            }
            time(out, phase.closedAt());
            time(out, phase.onSince());
            time(out, phase.urgentSince());
            if (there(phase.offSince())) {
                out.signed(phase.offSince() - off);
                off = phase.offSince();
            }
        }
    }

    /** Versions before wrote each field out. */
    static List<Phase> read(ByteReader in) {
        if (in.version() < StateCodec.WITH_OBJECTIVES) {
            return in.all(PhaseCodec::whole);
        }
        int count = in.count();
        List<Phase> phases = new ArrayList<>(count);
        long off = 0;
        for (int i = 0; i < count; i++) {
            Phase phase = phase(in, off);
            phases.add(phase);
            off = there(phase.offSince()) ? phase.offSince() : off;
        }
        return phases;
    }

    private static Phase phase(ByteReader in, long off) {
        int present = in.raw();
        boolean opened = (present & OPENED) != 0;
        long openedAt = opened ? in.signed() : Phase.NONE;
        int openings = opened ? in.integer() : 0;
        long lastOpened = opened ? openedAt + in.signed() : Phase.NONE;
        long closedAt = (present & CLOSED) != 0 ? in.signed() : Phase.NONE;
        long onSince = (present & ON) != 0 ? in.signed() : Phase.NONE;
        long urgentSince = (present & URGENT) != 0 ? in.signed() : Phase.NONE;
        long offSince = (present & OFF) != 0 ? off + in.signed() : Phase.NONE;
        return new Phase(openedAt, openings, lastOpened, closedAt, onSince, urgentSince, offSince);
    }

    private static Phase whole(ByteReader in) {
        return new Phase(in.signed(), in.integer(), in.signed(), in.signed(), in.signed(), in.signed(), in.signed());
    }

    private static int present(Phase phase) {
        return (there(phase.openedAt()) ? OPENED : 0)
                | (there(phase.closedAt()) ? CLOSED : 0)
                | (there(phase.onSince()) ? ON : 0)
                | (there(phase.urgentSince()) ? URGENT : 0)
                | (there(phase.offSince()) ? OFF : 0);
    }

    private static void time(ByteWriter out, long at) {
        if (there(at)) {
            out.signed(at);
        }
    }

    private static boolean there(long at) {
        return at != Phase.NONE;
    }
}
