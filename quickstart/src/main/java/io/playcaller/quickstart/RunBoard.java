package io.playcaller.quickstart;

import io.playcaller.contracts.WireJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where the supervisor's threads write how their parts stand; each change replaces {@link Home#runState()} whole. */
final class RunBoard {

    private final Path file;
    private final InstantSource clock;
    private final Instant startedAt;
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private Phase phase = Phase.STARTING;
    private @Nullable String failure;

    RunBoard(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    synchronized void add(Part part) {
        parts.put(part.name(), part);
        write();
    }

    synchronized void change(String name, UnaryOperator<Part> step) {
        parts.computeIfPresent(name, (key, part) -> step.apply(part));
        write();
    }

    synchronized void phase(Phase newPhase) {
        phase = newPhase;
        write();
    }

    synchronized void failed(String why) {
        failure = why;
        phase(Phase.FAILED);
    }

    synchronized boolean stopping() {
        return phase == Phase.STOPPING || phase == Phase.STOPPED || phase == Phase.FAILED;
    }

    Instant now() {
        return clock.instant();
    }

    private void write() {
        RunState state =
                new RunState(ProcessHandle.current().pid(), phase, startedAt, List.copyOf(parts.values()), failure);
        try {
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.write(next, WireJson.write(state));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new QuickstartException("cannot write %s: %s".formatted(file, e.getMessage()), e);
        }
    }
}
