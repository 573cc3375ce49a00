package io.playcaller.health.models.app;

import io.playcaller.health.models.Activation;
import io.playcaller.health.models.ModelBrief;
import io.playcaller.health.models.StoredModel;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every model that was ever brought, by its hash, and the one that is in force. An activation is one transaction: it is written
 * down, and said in every partition of the log, or it did not happen. Of two at a time one waits for the other.
 */
public interface Models {

    /** What an activation is made of. */
    record Order(String hash, String author, String reason) {}

    /** When an activation is one. */
    enum When {
        /** Not of what is in force already. */
        UNLESS_ACTIVE,
        /** Only of what never was. */
        NEVER_WAS_ACTIVE,
        /** Only where nothing is in force yet. */
        NOTHING_IS_ACTIVE
    }

    /** The last model of a page. */
    record After(Instant createdAt, String hash) {}

    /** @return false when it was there already, and stays as it was */
    Uni<Boolean> store(StoredModel model);

    Uni<Optional<StoredModel>> find(String hash);

    /** The one in force; empty before the first activation. */
    Uni<Optional<StoredModel>> active();

    /** Hash of the one in force, without reading its files; empty before the first activation. */
    Uni<Optional<String>> activeHash();

    /** The newest first. */
    Uni<List<ModelBrief>> list(@Nullable After after, int limit);

    /** The newest first, at most a hundred. */
    Uni<List<Activation>> activations(String hash);

    /**
     * Puts a stored model in force.
     *
     * @return empty when, by {@code when}, there is nothing to do
     */
    Uni<Optional<Activation>> activate(Order order, When when);

    /**
     * Puts in force what was in force before.
     *
     * @return empty when nothing was
     */
    Uni<Optional<Activation>> rollBack(String author, String reason);
}
