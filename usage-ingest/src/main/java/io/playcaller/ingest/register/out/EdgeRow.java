package io.playcaller.ingest.register.out;

import io.playcaller.ingest.person.Edge;
import io.playcaller.ingest.person.EdgeBy;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the accounts that somebody is or was of. */
@Entity
@Table(name = "person_edge")
class EdgeRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "edge_id")
    @Nullable
    Long edgeId;

    @Column(name = "person_id")
    UUID personId = new UUID(0, 0);

    @Column(name = "account_id")
    String accountId = "";

    @Column(name = "said_by")
    @Enumerated(EnumType.STRING)
    EdgeBy by = EdgeBy.EVENT;

    String source = "";

    Instant since = Instant.EPOCH;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Column(name = "ended_by")
    @Nullable
    String endedBy;

    static EdgeRow of(UUID personId, Edge edge) {
        EdgeRow row = new EdgeRow();
        row.personId = personId;
        row.accountId = edge.accountId();
        row.by = edge.by();
        row.source = edge.source();
        row.since = edge.since();
        return row;
    }

    Edge edge() {
        return new Edge(accountId, by, source, since);
    }

    Edge.Dated dated() {
        return new Edge.Dated(edge(), endedAt, endedBy);
    }
}
