package io.playcaller.embedded;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.embedded.core.ExecutableProvider;

/** Starts the server's process on a directory that the caller has locked. */
final class RedisProcess {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final long ASK_EVERY_MILLIS = 20;
    private static final int SPAWN_TRIES = 50;

    /** ETXTBSY in the words of JDK 17 ({@code error=26, Text file busy}) and of JDK 25 ({@code error: 26 (Text file busy)}). */
    private static final Pattern TEXT_FILE_BUSY = Pattern.compile("error[=:] ?26\\b");

    private final Path directory;

    RedisProcess(Path directory) {
        this.directory = directory;
    }

    private Path pidFile() {
        return directory.resolve("redis.pid");
    }

    static Path logFile(Path directory) {
        return directory.resolve("redis.log");
    }

    /**
     * Stops the server of an earlier run. A process id that meanwhile belongs to something else does no harm.
     *
     * @return whether one was stopped
     */
    boolean clearLeftOver(StartListener listener) {
        // The program lies in the directory, so the command line tells whose server it is.
        Optional<LeftOver> server =
                LeftOver.named("Redis", pidFile()).filter(process -> process.commandLineContains(directory.toString()));
        server.ifPresent(process -> {
            listener.noticed(
                    "Redis",
                    "process %d of an earlier run still serves %s; stopping it".formatted(process.pid(), directory));
            process.stop("TERM");
        });
        return server.isPresent();
    }

    Process launch(int port) throws IOException {
        String program = ExecutableProvider.newJarResourceProvider(directory.toFile())
                .get()
                .getAbsolutePath();
        Process process = spawn(new ProcessBuilder(arguments(program, port))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(logFile(directory).toFile())));
        awaitAnswer(process, port);
        return process;
    }

    /**
     * Starts a program that was written a moment ago. Where another thread forks in just that moment, its child holds
     * the file open for writing until it runs its own program, and Linux answers ETXTBSY.
     */
    private static Process spawn(ProcessBuilder builder) throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                return builder.start();
            } catch (IOException e) {
                if (tries == SPAWN_TRIES || !isTextFileBusy(e)) {
                    throw e;
                }
                LockSupport.parkNanos(Duration.ofMillis(ASK_EVERY_MILLIS).toNanos());
            }
        }
    }

    static boolean isTextFileBusy(IOException fault) {
        return TEXT_FILE_BUSY.matcher(String.valueOf(fault.getMessage())).find();
    }

    private List<String> arguments(String program, int port) {
        return List.of(
                program,
                "--port",
                Integer.toString(port),
                "--bind",
                LoopbackPorts.HOST,
                "--dir",
                directory.toString(),
                "--pidfile",
                pidFile().toString(),
                "--save",
                "",
                "--appendonly",
                "yes",
                "--appendfsync",
                "everysec");
    }

    private void awaitAnswer(Process process, int port) {
        Stopwatch watch = new Stopwatch();
        while (!answers(port)) {
            if (!process.isAlive() || watch.elapsed().compareTo(START_LIMIT) > 0) {
                process.destroyForcibly();
                throw new BackingServiceException(
                        "Redis did not start on port %d; its log is %s".formatted(port, logFile(directory)));
            }
            pause(process);
        }
    }

    private static void pause(Process process) {
        try {
            process.waitFor(ASK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new BackingServiceException("Redis was interrupted while it started", e);
        }
    }

    private static boolean answers(int port) {
        try (Jedis client = new Jedis(LoopbackPorts.HOST, port)) {
            return "PONG".equals(client.ping());
        } catch (JedisException notYet) {
            return false;
        }
    }
}
