package io.playcaller.health.rebuild.app;

import io.playcaller.health.rebuild.Difference;
import io.playcaller.health.rebuild.Rebuild;
import io.playcaller.health.rebuild.RebuildReport;
import io.playcaller.health.rebuild.Wanted;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The newest run, which one replica makes and every replica can be asked about, and the differences that it found. */
public interface RebuildRows {

    /** Who asks for a run, and why. */
    record Order(String author, String reason, Wanted wanted) {}

    /** @return empty while another one runs */
    Uni<Optional<UUID>> begin(Order order);

    /** @return false when the run is no longer this one's: it was cancelled, or counted as lost */
    Uni<Boolean> beat(UUID run, RebuildReport report);

    /** Ends a run; does nothing when it was ended already. */
    Uni<Void> end(UUID run, String state, RebuildReport report);

    /** @return false when none runs */
    Uni<Boolean> cancel();

    /** Empty before the first. */
    Uni<Optional<Rebuild>> current();

    Uni<Void> forgetDifferences();

    Uni<Void> addDifferences(Collection<Difference> differences);

    Uni<Void> removeDifferences(Collection<String> accountIds);

    /** By account, beginning after the given one. */
    Uni<List<Difference>> differences(@Nullable String reason, String after, int limit);

    /** The accounts of a partition that differ, by id, beginning after the given one. */
    Uni<List<String>> differing(int partition, String after, int limit);
}
