package io.playcaller.cli.run;

import io.playcaller.cli.Terminal;
import io.playcaller.quickstart.Part;
import io.playcaller.quickstart.PartState;
import io.playcaller.quickstart.RunState;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Shows a start: a line per part that is ready, and below it what is still awaited. */
final class StartDisplay {

    private final Terminal terminal;
    private final Set<String> shown = new HashSet<>();

    StartDisplay(Terminal terminal) {
        this.terminal = terminal;
    }

    void show(RunState state, Duration elapsed) {
        for (Part part : state.parts()) {
            if (part.state() == PartState.READY && shown.add(part.name())) {
                terminal.line(String.format(
                        Locale.ROOT, "  ✔ %-17s %-24s %5.1f s", part.name(), part.address(), part.seconds()));
            }
        }
        String awaited = state.parts().stream()
                .filter(part -> part.state() != PartState.READY)
                .map(part -> part.state() == PartState.WAITING ? "(" + part.name() + ")" : part.name())
                .collect(Collectors.joining(" "));
        if (!awaited.isEmpty()) {
            terminal.live("  … %3d s  starting %s".formatted(elapsed.toSeconds(), awaited));
        }
    }
}
