package io.playcaller.health.models.app;

import io.playcaller.health.models.Shadow;
import io.playcaller.health.models.ShadowComparison;
import io.playcaller.health.models.ShadowDifference;
import io.playcaller.health.models.app.Models.Order;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The model in shadow, at most one, and what it says beside the one in force. */
public interface Shadows {

    /** The last account of a page. */
    record After(long distance, String accountId) {}

    Uni<Optional<Shadow>> current();

    /**
     * Puts a stored model in shadow; what another one there said is gone. One that is there already stays as it is.
     *
     * @return empty when the model is in force
     */
    Uni<Optional<Shadow>> put(Order order);

    /**
     * From here on none is, and what it said is gone.
     *
     * @return what was; empty when none was
     */
    Uni<Optional<Shadow>> end(String author, String reason);

    /** One pass over the accounts. */
    Uni<ShadowComparison> compare(Shadow shadow);

    /** The accounts with two scores that differ, the furthest apart first. */
    Uni<List<ShadowDifference>> differences(Shadow shadow, @Nullable After after, int limit);
}
