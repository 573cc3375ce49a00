package io.playcaller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code playcaller}, in a checkout of its own, with a Java and a Maven that are scripts too. */
class ScriptTest {

    private static final List<String> TOOLS = List.of(
            "bash",
            "cat",
            "dirname",
            "env",
            "find",
            "grep",
            "head",
            "mkdir",
            "mv",
            "readlink",
            "sed",
            "tail",
            "tee",
            "touch");
    private static final String BUILDS = """
            echo build >> builds
            echo '[INFO] Building Playcaller :: cli 0.1.0 [1/1]'
            mkdir -p cli/target && touch cli/target/playcaller.jar
            """;

    @TempDir
    Path root;

    private Path bin;

    @BeforeEach
    void checkOut() throws IOException {
        bin = Files.createDirectory(root.resolve("bin"));
        for (String tool : TOOLS) {
            Files.createSymbolicLink(bin.resolve(tool), whereIs(tool));
        }
        // What this machine has in the usual places must not help.
        String script = Files.readString(Path.of("../playcaller"))
                .replace("/usr/lib/jvm", root.resolve("jvm").toString())
                .replace("/Library/Java", root.resolve("Java").toString());
        executable(root.resolve("playcaller"), script);
        Files.createDirectories(root.resolve("cli/src/main"));
        Files.writeString(root.resolve("cli/src/main/Source.java"), "");
        Files.writeString(root.resolve("pom.xml"), "");
        Files.writeString(root.resolve("cli/pom.xml"), "");
    }

    private static Path whereIs(String tool) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(directory -> Path.of(directory, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("this test needs " + tool));
    }

    private static void executable(Path file, String script) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, script.startsWith("#!") ? script : "#!/usr/bin/env bash\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void java(String home, String version) throws IOException {
        executable(root.resolve(home).resolve("bin/java"), """
                case "$1" in
                  -version) echo 'openjdk version "%s" 2026-01-20' >&2 ;;
                  *) echo "%s runs ${*: -1}" ;;
                esac
                """.formatted(version, home));
    }

    private void jdk(String home) throws IOException {
        java(home, "17.0.2");
        executable(root.resolve(home).resolve("bin/javac"), "");
    }

    private void maven(String script) throws IOException {
        executable(bin.resolve("mvn"), script);
    }

    private record Run(int exitCode, String said) {}

    private Run run(String command, String... path) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(Stream.of(root.resolve("playcaller").toString()), Stream.of(command.split(" ")))
                                .toList())
                .redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("HOME", root.toString());
        environment.put(
                "PATH",
                Stream.concat(Arrays.stream(path).map(root::resolve), Stream.of(bin))
                        .map(Path::toString)
                        .reduce((before, after) -> before + File.pathSeparator + after)
                        .orElseThrow());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), said);
    }

    @Test
    void withoutJavaItSaysWhatToInstall() throws Exception {
        Run run = run("up");

        assertThat(run.exitCode).isEqualTo(1);
        assertThat(run.said)
                .isEqualTo("playcaller: no Java found. Install a JDK of 17 or newer, or set JAVA_HOME to one.\n");
    }

    @Test
    void anOldJavaIsNamedWithItsVersion() throws Exception {
        java("old", "1.8.0_392");

        Run run = run("up", "old/bin");

        assertThat(run.exitCode).isEqualTo(1);
        assertThat(run.said)
                .contains("needs Java 17 or newer, but %s is Java 8.".formatted(root.resolve("old/bin/java")))
                .contains("Install a newer JDK, or set JAVA_HOME to one.");
    }

    @Test
    void aNewerJavaInTheUsualPlacesIsTakenInsteadOfAnOldOne() throws Exception {
        java("old", "11.0.2");
        jdk("jvm/new");
        maven(BUILDS);

        assertThat(run("status", "old/bin").said).endsWith("jvm/new runs status\n");
    }

    @Test
    void aRuntimeWithoutACompilerIsNoJdk() throws Exception {
        java("jre", "21.0.1");
        maven(BUILDS);

        Run run = run("up", "jre/bin");

        assertThat(run.exitCode).isEqualTo(1);
        assertThat(run.said).contains("is no JDK: it cannot compile. Set JAVA_HOME to a JDK of 17 or newer.");
    }

    @Test
    void withoutMavenItSaysWhatToInstall() throws Exception {
        jdk("jdk");

        Run run = run("up", "jdk/bin");

        assertThat(run.exitCode).isEqualTo(1);
        assertThat(run.said).contains("Maven is needed to build and is not on the path. Install Maven 3.8.7 or newer.");
    }

    @Test
    void aBuildThatFailsShowsItsErrorsAndIsTriedAgain() throws Exception {
        jdk("jdk");
        maven("echo '[INFO] Scanning'; echo '[ERROR] Door.java:[7,3] cannot find symbol'; exit 1");

        Run failed = run("up", "jdk/bin");

        assertThat(failed.exitCode).isEqualTo(1);
        assertThat(failed.said)
                .contains("[ERROR] Door.java:[7,3] cannot find symbol")
                .contains("the build failed; the whole of it is in target/playcaller-build.log.")
                .doesNotContain("runs up");
        assertThat(root.resolve("target/playcaller-build.log")).content().contains("Scanning");

        maven(BUILDS);
        assertThat(run("up", "jdk/bin").said).endsWith("jdk runs up\n");
    }

    @Test
    void onlyUpBuildsWhatIsOlderThanItsSources() throws Exception {
        jdk("jdk");
        maven(BUILDS);
        run("up", "jdk/bin");
        assertThat(run("up", "jdk/bin").said).isEqualTo("jdk runs up\n");

        Files.setLastModifiedTime(
                root.resolve("cli/src/main/Source.java"),
                FileTime.from(Instant.now().plus(Duration.ofMinutes(1))));
        run("status", "jdk/bin");
        run("import", "jdk/bin");
        assertThat(root.resolve("builds")).content().hasLineCount(1);

        run("up", "jdk/bin");
        assertThat(root.resolve("builds")).content().hasLineCount(2);
    }

    @Test
    void aMeasurementWithAPeerBuildsWhatItComparesWithAndWhatIsOlder() throws Exception {
        jdk("jdk");
        maven(BUILDS + """
                echo "$*" >> arguments
                case "$*" in
                  *bench-peer*) mkdir -p bench-peer/target && touch bench-peer/target/playcaller-peer.jar ;;
                esac
                """);
        run("up", "jdk/bin");
        assertThat(run("bench health", "jdk/bin").said).endsWith("jdk runs health\n");
        assertThat(root.resolve("arguments")).content().contains("-pl cli,bench-peer ");

        run("bench health", "jdk/bin");
        assertThat(root.resolve("builds")).content().hasLineCount(2);

        Files.setLastModifiedTime(
                root.resolve("cli/src/main/Source.java"),
                FileTime.from(Instant.now().plus(Duration.ofMinutes(1))));
        run("bench task", "jdk/bin");
        assertThat(root.resolve("builds")).content().hasLineCount(2);
        run("bench timers", "jdk/bin");
        assertThat(root.resolve("builds")).content().hasLineCount(3);
    }

    @Test
    void nothingIsBuiltBeneathWhatRuns() throws Exception {
        jdk("jdk");
        maven(BUILDS);
        run("up", "jdk/bin");
        Files.setLastModifiedTime(
                root.resolve("cli/src/main/Source.java"),
                FileTime.from(Instant.now().plus(Duration.ofMinutes(1))));
        Files.createDirectory(root.resolve(".playcaller"));
        Files.writeString(root.resolve(".playcaller/supervisor.pid"), "4711");
        executable(bin.resolve("ps"), "echo java io.playcaller.quickstart.Quickstart");

        assertThat(run("up", "jdk/bin").said).isEqualTo("jdk runs up\n");

        executable(bin.resolve("ps"), "echo vi");
        run("up", "jdk/bin");
        assertThat(root.resolve("builds")).content().hasLineCount(2);
    }
}
