package io.playcaller.console.token.out;

import io.playcaller.console.config.ConsoleConfig;
import io.playcaller.console.token.SigningKey;
import io.playcaller.console.token.app.SigningKeys;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The key of the configured file, else those of the table {@code signing_key}; made where there is none. */
@ApplicationScoped
public class StoredSigningKeys implements SigningKeys {

    private static final Duration WITHIN = Duration.ofSeconds(30);

    /** Of replicas that start at once one makes the key. */
    private static final String MAKE = """
            insert into signing_key (kid, private_key, active) values ($1, $2, true) on conflict do nothing""";

    private static final String ALL = "select private_key from signing_key order by active desc, created_at desc";

    private final ConsoleConfig config;
    private final Pool pool;
    private volatile List<SigningKey> keys = List.of();

    StoredSigningKeys(ConsoleConfig config, Pool pool) {
        this.config = config;
        this.pool = pool;
    }

    void start(@Observes @Priority(1) StartupEvent started) {
        keys = config.signingKey().map(StoredSigningKeys::ofFile).orElseGet(this::ofTable);
    }

    @Override
    public SigningKey active() {
        return keys.get(0);
    }

    @Override
    public List<SigningKey> all() {
        return keys;
    }

    private List<SigningKey> ofTable() {
        List<SigningKey> known = read();
        if (known.isEmpty()) {
            SigningKey made = SigningKey.generated();
            pool.preparedQuery(MAKE)
                    .execute(Tuple.of(made.kid(), made.pem()))
                    .await()
                    .atMost(WITHIN);
            known = read();
        }
        return known;
    }

    private List<SigningKey> read() {
        List<SigningKey> found = new ArrayList<>();
        for (Row row : pool.query(ALL).execute().await().atMost(WITHIN)) {
            found.add(SigningKey.ofPem(row.getString("private_key")));
        }
        return List.copyOf(found);
    }

    private static List<SigningKey> ofFile(Path file) {
        try {
            if (Files.notExists(file)) {
                write(file, SigningKey.generated());
            }
            return List.of(SigningKey.ofPem(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("playcaller.console.signing-key: " + file + " cannot be used", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("playcaller.console.signing-key: " + file + ": " + e.getMessage(), e);
        }
    }

    /** Nobody else may read it, from the first byte on. */
    private static void write(Path file, SigningKey key) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, key.pem(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }
}
