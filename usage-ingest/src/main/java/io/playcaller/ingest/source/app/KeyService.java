package io.playcaller.ingest.source.app;

import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.ingest.source.IssuedKey;
import io.playcaller.ingest.source.KeyRequest;
import io.playcaller.ingest.source.WriteKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Issues, rotates and revokes write keys. A new key works at once, everywhere; a revoked one at most until caches forget. */
@ApplicationScoped
public class KeyService {

    private final Keys keys;
    private final WriteKeys known;

    KeyService(Keys keys, WriteKeys known) {
        this.keys = keys;
        this.known = known;
    }

    /** A key, and what is to be shown once. */
    public record Issued(IssuedKey key, WriteKey secret) {}

    /** A key's successor, and the key that ends. */
    public record Rotated(Issued successor, IssuedKey predecessor) {}

    public Uni<List<IssuedKey>> all() {
        return keys.all();
    }

    /** Fails with 400 when there is no such source. */
    public Uni<Issued> issue(KeyRequest wanted) {
        WriteKey secret = WriteKey.generate(wanted.environment());
        return keys.issue(secret, wanted)
                .map(issued -> issued.orElseThrow(() -> new ProblemException(
                        Problem.badField("source.unknown", "/source", "a source of GET /v1/sources", wanted.source()))))
                .map(key -> new Issued(key, secret));
    }

    /** Fails with 404, or with 409 when the key is not active any more. */
    public Uni<Rotated> rotate(UUID id, Duration overlap, String by) {
        return find(id).flatMap(key -> rotate(key, WriteKey.generate(key.environment()), overlap, by));
    }

    private Uni<Rotated> rotate(IssuedKey key, WriteKey secret, Duration overlap, String by) {
        return keys.rotate(key.id(), secret, overlap, by)
                .flatMap(successor -> find(key.id())
                        .map(ends ->
                                new Rotated(new Issued(successor.orElseThrow(() -> notActive(ends)), secret), ends)))
                .invoke(known::forgetAll);
    }

    /** Fails with 404. */
    public Uni<IssuedKey> revoke(UUID id) {
        return keys.revoke(id)
                .map(revoked -> revoked.orElseThrow(() -> unknown(id)))
                .invoke(known::forgetAll);
    }

    private Uni<IssuedKey> find(UUID id) {
        return keys.find(id).map(found -> found.orElseThrow(() -> unknown(id)));
    }

    private static ProblemException unknown(UUID id) {
        return new ProblemException(Problem.notFound("key", id.toString()));
    }

    private static ProblemException notActive(IssuedKey key) {
        return new ProblemException(Problem.conflict(
                "key.not-active",
                "key %s is %s; issue another for %s, or rotate its successor"
                        .formatted(key.id(), key.state().name().toLowerCase(Locale.ROOT), key.source())));
    }
}
