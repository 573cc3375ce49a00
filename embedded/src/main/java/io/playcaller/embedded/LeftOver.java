package io.playcaller.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A server process that outlived the JVM which started it (after {@code kill -9}). It is stopped by its own process id,
 * and only if it is really that server: process ids are used again.
 */
final class LeftOver {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String service;
    private final ProcessHandle process;

    private LeftOver(String service, ProcessHandle process) {
        this.service = service;
        this.process = process;
    }

    /**
     * The process that a pid file names, if it lives.
     *
     * @param pidFile its first line is the process id; it need not exist
     */
    static Optional<LeftOver> named(String service, Path pidFile) {
        try {
            if (!Files.exists(pidFile)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(pidFile);
            long pid = lines.isEmpty() ? 0 : Long.parseLong(lines.get(0).trim());
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).map(handle -> new LeftOver(service, handle));
        } catch (IOException | NumberFormatException e) {
            throw new BackingServiceException(
                    "%s cannot start: %s is not readable as a process id; remove it if no such server runs"
                            .formatted(service, pidFile),
                    e);
        }
    }

    ProcessHandle process() {
        return process;
    }

    long pid() {
        return process.pid();
    }

    /** Whether its command line has the text; false too where the operating system does not tell. */
    boolean commandLineContains(String text) {
        return process.info().commandLine().map(line -> line.contains(text)).orElse(false);
    }

    /**
     * Asks it to end and waits.
     *
     * @param signal the signal that makes it end in order without waiting for its clients, such as {@code INT}
     * @throws BackingServiceException if it still runs after 30 s
     */
    void stop(String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(pid()))
                    .start()
                    .waitFor();
        } catch (IOException noKillCommand) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw stillRuns(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stillRuns(e);
        }
    }

    private BackingServiceException stillRuns(Exception cause) {
        return new BackingServiceException(
                "%s of an earlier run (process %d) does not end within %d s; stop it by hand and start again"
                        .formatted(service, pid(), PATIENCE.toSeconds()),
                cause);
    }
}
