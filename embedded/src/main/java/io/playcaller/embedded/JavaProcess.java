package io.playcaller.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A program on this machine's Java, in a directory of its own, with its output in a file. Ends with this JVM. */
public final class JavaProcess implements AutoCloseable {

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
    public JavaProcess(String name, Path directory, int heapMegabytes, List<String> program) throws IOException {
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
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    static List<String> options(int heapMegabytes, int java) {
        List<String> options = new ArrayList<>(List.of(
                "-Xmx%dm".formatted(heapMegabytes),
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                // What Java chooses by itself in a container of less than 1,792 MB, as the chart's are.
                "-XX:+UseSerialGC",
                // Of Kafka's own programs, which log through SLF4J's simple logger.
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Djava.net.preferIPv4Stack=true"));
        if (java >= COMPACT_HEADERS_SINCE) {
            options.add("-XX:+UseCompactObjectHeaders");
            options.add("--enable-native-access=ALL-UNNAMED");
        }
        return options;
    }

    /** This JVM's class path, for a process in another directory. */
    static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    public long pid() {
        return process.pid();
    }

    /** What it said and says; a process that is started again under its name appends. */
    public Path output() {
        return output;
    }

    /** @throws IOException when it ended */
    public void requireAlive() throws IOException {
        if (!process.isAlive()) {
            throw new IOException("%s ended with %d; it says why in %s".formatted(name, process.exitValue(), output));
        }
    }

    /** SIGKILL: it has no chance to say goodbye to anybody. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
        forget();
    }

    /** Asks it to end and waits for that, or ends it the hard way. */
    @Override
    public void close() {
        end();
        forget();
    }

    private void forget() {
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
}
