package io.playcaller.quickstart;

import io.playcaller.embedded.EmbeddedPostgres;
import io.playcaller.embedded.EmbeddedRedis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The directory {@code .playcaller} of an installation: what is where in it.
 *
 * @param root the checkout that the services are built in, absolute
 */
public record Home(Path root) {

    public Home {
        root = root.toAbsolutePath().normalize();
    }

    public Path directory() {
        return root.resolve(".playcaller");
    }

    public Path settings() {
        return directory().resolve("settings.properties");
    }

    public Path secrets() {
        return directory().resolve("secrets.properties");
    }

    /** Data of the backing services. */
    public Path data() {
        return directory().resolve("data");
    }

    public Path logs() {
        return directory().resolve("logs");
    }

    /** What a part says, by the name that {@code status} shows; the supervisor is {@code quickstart}. */
    public Path log(String part) {
        return switch (part) {
            case "postgres" -> EmbeddedPostgres.logFile(data().resolve("postgres"));
            case "redis" -> EmbeddedRedis.logFile(data().resolve("redis"));
            default -> logs().resolve(part + ".log");
        };
    }

    /** What the supervisor says of itself while it runs. */
    public Path runState() {
        return directory().resolve("run.json");
    }

    /** The process id of the supervisor; held under a lock while it lives. */
    public Path pidFile() {
        return directory().resolve("supervisor.pid");
    }

    /** The working directory of a service, with its configuration. */
    public Path service(Service service) {
        return directory().resolve("services").resolve(service.module());
    }

    /** The files that play-router reads, such as the staff directory. */
    public Path plays() {
        return directory().resolve("play-router");
    }

    public Path signingKey() {
        return directory().resolve("signing-key.pem");
    }

    public Path demo() {
        return directory().resolve("demo");
    }

    public Path imports() {
        return directory().resolve("imports");
    }

    /** Creates the directory, readable by its owner alone. */
    public void create() {
        try {
            Files.createDirectories(directory());
            ownerOnly(directory(), "rwx------");
            Files.createDirectories(logs());
        } catch (IOException e) {
            throw new QuickstartException(
                    "cannot write to %s; run from a checkout that you own, or free its disk".formatted(directory()), e);
        }
    }

    /** Writes a file that only its owner can read. */
    static void writePrivately(Path file, String content) {
        try {
            Files.createDirectories(file.resolveSibling("."));
            if (!Files.exists(file)) {
                Files.createFile(file);
            }
            ownerOnly(file, "rw-------");
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new QuickstartException("cannot write %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static void ownerOnly(Path file, String permissions) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Set<PosixFilePermission> wanted = PosixFilePermissions.fromString(permissions);
            Files.setPosixFilePermissions(file, wanted);
        }
    }
}
