package io.playcaller.cli.run;

import io.playcaller.embedded.LoopbackPorts;
import io.playcaller.quickstart.Home;
import io.playcaller.quickstart.Service;
import io.playcaller.quickstart.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** A checkout with the real script and the packaged command, and stand-ins for the five services. */
final class Checkout {

    private static final long PATIENCE_SECONDS = 300;

    private final Path root;
    private final List<String> ports = new ArrayList<>();
    private int runs;

    Checkout(Path directory) throws IOException {
        root = directory.toRealPath();
        Files.copy(Path.of("../playcaller"), root.resolve("playcaller"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createDirectory(root.resolve("cli"));
        Files.createSymbolicLink(root.resolve("cli/target"), Path.of("target").toRealPath());
        for (Service service : Service.values()) {
            writeStandIn(service.program(root));
        }
        Set<Integer> drawn = new HashSet<>();
        for (String part : Settings.defaults().ports().keySet()) {
            int port = LoopbackPorts.free();
            while (!drawn.add(port)) {
                port = LoopbackPorts.free();
            }
            ports.add("--%s-port=%d".formatted(part, port));
        }
    }

    private static void writeStandIn(Path jar) throws IOException {
        Files.createDirectories(jar.getParent());
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandIn.class.getName());
        String program = StandIn.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                InputStream compiled = StandIn.class.getResourceAsStream("/" + program)) {
            out.putNextEntry(new ZipEntry(program));
            Objects.requireNonNull(compiled).transferTo(out);
        }
    }

    Home home() {
        return new Home(root);
    }

    /** The options of {@code up} that give every part a port of its own. */
    List<String> ports() {
        return ports;
    }

    /** While it lasts, the stand-in cannot start. */
    Path broken(Service service) throws IOException {
        Files.createDirectories(home().service(service));
        return home().service(service).resolve("broken");
    }

    /** A command on its way, with what it says in a file. */
    record Run(Process process, Path output) {

        String said() {
            try {
                return Files.readString(output);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        /** Waits for its end. */
        int exitCode() throws InterruptedException {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("still running after %d s:\n%s".formatted(PATIENCE_SECONDS, said()));
            }
            return process.exitValue();
        }
    }

    Run start(String command, List<String> options) throws IOException {
        List<String> line = new ArrayList<>(List.of(root.resolve("playcaller").toString(), command));
        line.addAll(options);
        Path output = root.resolve("said-" + ++runs);
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("PLAYCALLER_BUILD", "never");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return new Run(builder.start(), output);
    }

    /** Runs a command to its end. */
    Run run(String command, String... options) throws Exception {
        Run run = start(command, List.of(options));
        run.exitCode();
        return run;
    }

    /** Every process of this installation, whoever started it: each has the checkout's path on its command line. */
    List<String> processes() {
        return ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .filter(line -> line.contains(root.toString()))
                .toList();
    }

    static void signal(String signal, long pid) throws Exception {
        Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                .redirectErrorStream(true)
                .start();
        String said = new String(kill.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (kill.waitFor() != 0) {
            throw new AssertionError(said);
        }
    }
}
