package io.playcaller.quickstart;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** A service as a child process, with its log in a file. */
final class ServiceProcess {

    /** Tells our children from other processes, should their parent be killed. */
    private static final String MARK = "-Dplaycaller.quickstart=";

    private static final long LARGEST_LOG = 50L << 20;

    private final Service service;
    private final Path log;
    private final Process process;
    private final long startedNanos = System.nanoTime();

    private ServiceProcess(Service service, Path log, Process process) {
        this.service = service;
        this.log = log;
        this.process = process;
    }

    static ServiceProcess start(Service service, Home home, ServiceConfig config) {
        Path directory = home.service(service);
        Path log = home.log(service.module());
        Home.writePrivately(directory.resolve("config/application.properties"), config.file(service));
        ProcessBuilder builder = new ProcessBuilder(command(service, home.root()))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectOutput(Redirect.appendTo(log.toFile()));
        try {
            setAsideLargeLog(log);
            return new ServiceProcess(service, log, builder.start());
        } catch (IOException e) {
            throw new QuickstartException("cannot start %s: %s".formatted(service.module(), e.getMessage()), e);
        }
    }

    /** Quick to start and small; what the environment asks for comes last and wins. */
    private static List<String> command(Service service, Path root) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx%dm".formatted(service.heapMegabytes()),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.net.preferIPv4Stack=true"));
        command.addAll(JvmOptions.of(System.getenv()));
        command.addAll(
                List.of(MARK + service.module(), "-jar", service.program(root).toString()));
        return List.copyOf(command);
    }

    /** One log of a former start is kept beside the current one. */
    private static void setAsideLargeLog(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LARGEST_LOG) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Whether a command line is that of a service of this installation. */
    static boolean isOf(String commandLine, Service service, Home home) {
        return commandLine.contains(MARK + service.module() + " ")
                && commandLine.endsWith(" " + service.program(home.root()));
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    Duration age() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    void awaitEnd() throws InterruptedException {
        process.waitFor();
    }

    /** How it ended, with the end of its log. */
    String obituary() {
        return Obituary.of(service.module(), OptionalInt.of(process.exitValue()), log);
    }

    void askToEnd() {
        process.destroy();
    }

    /** Waits for its end, and ends it the hard way after the deadline, an instant of {@link System#nanoTime()}. */
    void end(long deadlineNanos) {
        try {
            if (!process.waitFor(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
