package io.playcaller.health.peers.app;

import io.playcaller.contracts.fact.PeerBaselinePublished;
import io.playcaller.health.engine.model.Measure;
import io.playcaller.health.engine.peer.Baseline;
import io.playcaller.health.peers.Counted;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Optional;

/** What is kept of the counting of peers. */
public interface PeerRows {

    /** Locks and reads it; empty while another replica counts, or before there is any time. */
    Uni<Optional<Counted>> lock(SqlConnection transaction);

    /** Counts the customers of each segment by what was announced last of each measure. */
    Uni<Baseline> count(SqlConnection transaction, List<Measure> measures);

    /** They were counted today, and the log need not be told. */
    Uni<Void> untold(SqlConnection transaction, Counted before);

    /** They were counted today, and every partition of the log is told. */
    Uni<Void> tell(SqlConnection transaction, Counted before, PeerBaselinePublished told);
}
