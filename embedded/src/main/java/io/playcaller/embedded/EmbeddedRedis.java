package io.playcaller.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A Redis server (6.2) as a child process. It appends what it is told to a file and finds it again on the next start. A
 * server that an earlier, killed run left on the directory is stopped first.
 */
public final class EmbeddedRedis implements BackingService {

    /** The option that moves the server to another port. */
    public static final String PORT_OPTION = "--redis-port";

    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);

    private final DirectoryLock lock;
    private final Process process;
    private final int port;
    private final Duration startTook;

    private EmbeddedRedis(DirectoryLock lock, Process process, int port, Duration startTook) {
        this.lock = lock;
        this.process = process;
        this.port = port;
        this.startTook = startTook;
    }

    /**
     * Starts a server and returns when it answers.
     *
     * @param directory where it keeps its data, its program and its log
     * @param port the port on loopback, or 0 for a free one
     * @param listener hears of a server of an earlier run that had to be stopped
     * @throws PortTakenException if the port belongs to somebody else
     * @throws BackingServiceException if the directory is in use or the server does not start
     */
    public static EmbeddedRedis start(Path directory, int port, StartListener listener) {
        Stopwatch watch = new Stopwatch();
        DirectoryLock lock = DirectoryLock.acquire(directory, "Redis");
        try {
            RedisProcess launcher = new RedisProcess(directory.toAbsolutePath());
            launcher.clearLeftOver(listener);
            int claimed = LoopbackPorts.claim(port, PORT_OPTION);
            Process process = launcher.launch(claimed);
            return new EmbeddedRedis(lock, process, claimed, watch.elapsed());
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        } catch (IOException e) {
            lock.close();
            throw new BackingServiceException("Redis did not start in %s".formatted(directory), e);
        }
    }

    /** Starts a server without listening to its progress. */
    public static EmbeddedRedis start(Path directory, int port) {
        return start(directory, port, StartListener.SILENT);
    }

    /**
     * Ends the server that a killed run left on a directory.
     *
     * @return whether there was one
     * @throws BackingServiceException if the directory is in use, or the server does not end
     */
    public static boolean endLeftOver(Path directory, StartListener listener) {
        if (!Files.isDirectory(directory)) {
            return false;
        }
        DirectoryLock lock = DirectoryLock.acquire(directory, "Redis");
        try {
            return new RedisProcess(directory.toAbsolutePath()).clearLeftOver(listener);
        } finally {
            lock.close();
        }
    }

    /** What the servers on a directory say, the newest last. */
    public static Path logFile(Path directory) {
        return RedisProcess.logFile(directory);
    }

    /** The port on loopback. */
    public int port() {
        return port;
    }

    /** The value of {@code quarkus.redis.hosts}. */
    public String url() {
        return "redis://" + address();
    }

    @Override
    public String name() {
        return "Redis";
    }

    @Override
    public String address() {
        return LoopbackPorts.HOST + ":" + port;
    }

    @Override
    public Duration startTook() {
        return startTook;
    }

    @Override
    public long pid() {
        return process.isAlive() ? process.pid() : 0;
    }

    @Override
    public CompletableFuture<OptionalInt> ended() {
        return process.onExit().thenApply(exited -> OptionalInt.of(exited.exitValue()));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } finally {
            lock.close();
        }
    }
}
