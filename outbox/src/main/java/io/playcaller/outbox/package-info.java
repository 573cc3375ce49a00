/**
 * The transactional outbox: records are appended in the PostgreSQL transaction that made them true and relayed to Kafka
 * after its commit, in order per key, at least once, with the same ids and revisions each time.
 */
@NullMarked
package io.playcaller.outbox;

import org.jspecify.annotations.NullMarked;
