package io.playcaller.ingest.register.out;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of the register. */
@Entity
@Table(name = "register_record")
class RegisterRow {

    @Id
    @Column(name = "record_key")
    String key = "";

    @Column(name = "account_id")
    String accountId = "";

    long version;

    /** The whole record, as JSON. */
    String record = "";

    @Column(name = "changed_at")
    Instant changedAt = Instant.EPOCH;
}
