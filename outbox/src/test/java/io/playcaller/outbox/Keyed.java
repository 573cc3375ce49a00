package io.playcaller.outbox;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** An aggregate whose key is the key of its records. */
@Entity
public class Keyed {

    @Id
    String key;

    long rev;
}
