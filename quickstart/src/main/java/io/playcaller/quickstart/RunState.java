package io.playcaller.quickstart;

import io.playcaller.contracts.UnreadableEventException;
import io.playcaller.contracts.WireJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the supervisor says of itself, in a file that every command reads.
 *
 * @param pid of the supervisor
 * @param parts in the order in which they are shown
 * @param failure why it could not start, for people; else null
 */
public record RunState(
        long pid,
        Phase phase,
        Instant startedAt,
        List<Part> parts,
        @Nullable String failure) {

    /** What {@code file} says; empty before the first start. */
    public static Optional<RunState> read(Path file) {
        try {
            return Optional.of(WireJson.read(Files.readAllBytes(file), RunState.class));
        } catch (NoSuchFileException never) {
            return Optional.empty();
        } catch (IOException | UnreadableEventException e) {
            throw new QuickstartException(
                    "cannot read %s: %s; remove it, and whatever it spoke of is put in order by ./playcaller up or down"
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    /** Whether the process that wrote it still lives. */
    public boolean supervisorLives() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .commandLine()
                        .map(line -> line.contains(Quickstart.class.getName()))
                        .orElse(true))
                .isPresent();
    }
}
