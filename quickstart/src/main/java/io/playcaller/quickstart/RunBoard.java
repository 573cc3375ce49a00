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

/**
 * Where the supervisor's threads write how their parts stand; each change replaces {@link Home#runState()} whole. Once the
 * parts are announced, a change that cannot be written, as on a full disk, stops nobody: it is told once and written later.
 */
final class RunBoard {

    private final Path file;
    private final InstantSource clock;
    private final Instant startedAt;
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private Phase phase = Phase.STARTING;
    private @Nullable String failure;
    private boolean behind;

    RunBoard(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    /** @throws QuickstartException if it cannot be written */
    synchronized void announce(List<Part> all) {
        all.forEach(part -> parts.put(part.name(), part));
        write();
    }

    synchronized void change(String name, UnaryOperator<Part> step) {
        parts.computeIfPresent(name, (key, part) -> step.apply(part));
        writeOrTell();
    }

    synchronized void phase(Phase newPhase) {
        phase = newPhase;
        writeOrTell();
    }

    synchronized void failed(String why) {
        failure = why;
        phase(Phase.FAILED);
    }

    /** A failure stays to be read. */
    synchronized void stopped() {
        if (phase != Phase.FAILED) {
            phase(Phase.STOPPED);
        }
    }

    synchronized boolean stopping() {
        return phase == Phase.STOPPING || phase == Phase.STOPPED || phase == Phase.FAILED;
    }

    /** Writes what could not be written; nothing when all is. */
    synchronized void catchUp() {
        if (behind) {
            writeOrTell();
        }
    }

    private void writeOrTell() {
        try {
            write();
            behind = false;
        } catch (QuickstartException e) {
            if (!behind) {
                Quickstart.say(now(), e.getMessage() + "; ./playcaller status may be out of date until it can");
            }
            behind = true;
        }
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
