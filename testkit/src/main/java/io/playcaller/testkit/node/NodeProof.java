package io.playcaller.testkit.node;

import io.playcaller.testkit.Unproven;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs scripts of a small npm project that lies beside a module's tests with a lock file. Where Node or its packages
 * cannot be had the test is aborted, that is counted as skipped with the reason; with {@code CI=full} it fails.
 */
public final class NodeProof {

    private static final Duration INSTALL_LIMIT = Duration.ofMinutes(10);

    private final Path workspace;

    private NodeProof(Path workspace) {
        this.workspace = workspace;
    }

    /** What a script printed, and how it ended. */
    public record Outcome(int exitCode, String output) {}

    /**
     * Copies {@code project} (with {@code package.json}, {@code package-lock.json} and scripts) below {@code target} and
     * installs its packages there, once.
     */
    public static NodeProof of(Path project) {
        try {
            Path workspace = Files.createDirectories(Path.of("target", "node-proof"));
            copy(project, workspace);
            NodeProof proof = new NodeProof(workspace);
            proof.install();
            return proof;
        } catch (IOException e) {
            throw Unproven.because("npm does not run: " + e.getMessage());
        }
    }

    /** Runs {@code node script arguments…} with {@code environment} added; kills it at {@code limit}. */
    public Outcome run(Duration limit, Map<String, String> environment, String script, String... arguments) {
        List<String> command = new ArrayList<>(List.of("node", script));
        command.addAll(List.of(arguments));
        try {
            return execute(limit, environment, command);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void install() throws IOException {
        Path lock = workspace.resolve("package-lock.json");
        Path stamp = workspace.resolve("node_modules").resolve(".installed");
        String wanted = Files.readString(lock);
        if (Files.exists(stamp) && Files.readString(stamp).equals(wanted)) {
            return;
        }
        Outcome outcome =
                execute(INSTALL_LIMIT, Map.of(), List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
        if (outcome.exitCode() != 0) {
            throw Unproven.because("npm ci ended with " + outcome.exitCode() + ": " + outcome.output());
        }
        Files.writeString(stamp, wanted);
    }

    private Outcome execute(Duration limit, Map<String, String> environment, List<String> command) throws IOException {
        Path output = Files.createTempFile(workspace.toAbsolutePath(), "run", ".out");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(workspace.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IOException(command + " took longer than " + limit);
            }
            return new Outcome(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while " + command + " ran");
        } finally {
            Files.delete(output);
        }
    }

    private static void copy(Path project, Path workspace) throws IOException {
        try (Stream<Path> files = Files.list(project)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, workspace.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
