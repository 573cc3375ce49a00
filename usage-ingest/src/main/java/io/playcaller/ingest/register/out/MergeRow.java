package io.playcaller.ingest.register.out;

import io.playcaller.ingest.register.Merge;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the merges of accounts. */
@Entity
@Table(name = "account_merge")
class MergeRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "merge_id")
    @Nullable
    Long mergeId;

    @Column(name = "account_id")
    String accountId = "";

    @Column(name = "into_id")
    String into = "";

    String reason = "";

    @Column(name = "merged_at")
    Instant mergedAt = Instant.EPOCH;

    @Column(name = "merged_by")
    String mergedBy = "";

    @Column(name = "undone_at")
    @Nullable
    Instant undoneAt;

    @Column(name = "undone_by")
    @Nullable
    String undoneBy;

    static MergeRow of(Merge merge) {
        MergeRow row = new MergeRow();
        row.accountId = merge.accountId();
        row.into = merge.into();
        row.reason = merge.reason();
        row.mergedAt = merge.mergedAt();
        row.mergedBy = merge.mergedBy();
        return row;
    }

    Merge merge() {
        return new Merge(accountId, into, reason, mergedAt, mergedBy, undoneAt, undoneBy);
    }
}
