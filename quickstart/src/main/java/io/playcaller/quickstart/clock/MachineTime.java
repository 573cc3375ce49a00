package io.playcaller.quickstart.clock;

import java.time.InstantSource;

/** The machine's clock. The quickstart and the command ask it here and nowhere else. */
public final class MachineTime {

    private MachineTime() {}

    public static InstantSource source() {
        return InstantSource.system();
    }
}
