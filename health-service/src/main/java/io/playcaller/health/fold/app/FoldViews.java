package io.playcaller.health.fold.app;

import io.playcaller.health.fold.CheckpointView;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** What operations ask about the fold. */
public interface FoldViews {

    /** Of all partitions, whoever owns them, by partition. */
    Uni<List<CheckpointView>> checkpoints();
}
