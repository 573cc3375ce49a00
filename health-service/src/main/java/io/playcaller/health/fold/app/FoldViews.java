package io.playcaller.health.fold.app;

import io.playcaller.health.fold.CheckpointView;
import io.playcaller.health.fold.QuarantineView;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** What operations ask about the fold. */
public interface FoldViews {

    /** Of all partitions, whoever owns them, by partition. */
    Uni<List<CheckpointView>> checkpoints();

    /** By account; at most 500. */
    Uni<List<QuarantineView>> quarantine();
}
