package io.playcaller.bench.health;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program on this machine's Java, in a directory of its own, with its output in a file. Ends with this JVM. */
final class JavaProcess implements AutoCloseable {

    private static final int COMPACT_HEADERS_SINCE = 25;
    private static final int END_WITHIN_SECONDS = 40;

    private final String name;
    private final Path output;
    private final Process process;
    private final Thread atExit = new Thread(this::end);

    /**
     * Starts it with the options of the services' image.
     *
     * @param heapMegabytes its largest heap
     * @param program what follows the options: {@code -jar} or a class path, and arguments
     */
    JavaProcess(String name, Path directory, int heapMegabytes, List<String> program) throws IOException {
        this.name = name;
        this.output = directory.resolve(name + ".log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options(heapMegabytes, Runtime.version().feature()));
        command.addAll(program);
        Files.createDirectories(directory);
        this.process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    static List<String> options(int heapMegabytes, int java) {
        List<String> options = new ArrayList<>(List.of(
                "-Xmx%dm".formatted(heapMegabytes),
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                // Of Kafka's own programs, which log through SLF4J's simple logger.
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Djava.net.preferIPv4Stack=true"));
        if (java >= COMPACT_HEADERS_SINCE) {
            options.add("-XX:+UseCompactObjectHeaders");
            options.add("--enable-native-access=ALL-UNNAMED");
        }
        return options;
    }

    long pid() {
        return process.pid();
    }

    /** @throws IOException when it ended */
    void requireAlive() throws IOException {
        if (!process.isAlive()) {
            throw new IOException("%s ended with %d; it says why in %s".formatted(name, process.exitValue(), output));
        }
    }

    /** Asks it to end and waits for that, or ends it the hard way. */
    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException exiting) {
            // This JVM ends, and the hook does the same.
        }
    }

    private void end() {
        process.destroy();
        try {
            if (!process.waitFor(END_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Deletes a directory with everything in it. */
    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (var paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
