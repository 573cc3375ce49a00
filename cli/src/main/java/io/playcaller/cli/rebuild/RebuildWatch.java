package io.playcaller.cli.rebuild;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.cli.Refused;
import io.playcaller.cli.Terminal;
import io.playcaller.contracts.Shown;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Follows a rebuild to its end: a line that changes on a terminal, elsewhere a line for each thing that it turns to. The rebuild goes on
 * without it.
 */
final class RebuildWatch {

    private static final Set<String> WELL = Set.of("compared", "switched");
    private static final long LOOK_EVERY_MILLIS = 1_000;

    private final Supplier<JsonNode> newest;
    private final Terminal terminal;
    private final Runnable pause;

    RebuildWatch(Supplier<JsonNode> newest, Terminal terminal) {
        this(newest, terminal, RebuildWatch::pause);
    }

    RebuildWatch(Supplier<JsonNode> newest, Terminal terminal, Runnable pause) {
        this.newest = newest;
        this.terminal = terminal;
        this.pause = pause;
    }

    /** Whether it ended as it was meant to. */
    boolean toTheEnd() {
        String phase = "";
        JsonNode rebuild = newest.get();
        while (RebuildLines.state(rebuild).equals("running")) {
            if (!terminal.interactive() && !RebuildLines.phase(rebuild).equals(phase)) {
                phase = RebuildLines.phase(rebuild);
                terminal.line("  " + phase);
            }
            terminal.live("  " + RebuildLines.now(rebuild));
            pause.run();
            rebuild = newest.get();
        }
        RebuildLines.whole(rebuild).forEach(line -> terminal.line(Shown.printable(line)));
        return WELL.contains(RebuildLines.state(rebuild));
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EVERY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("interrupted; the rebuild goes on", e);
        }
    }
}
