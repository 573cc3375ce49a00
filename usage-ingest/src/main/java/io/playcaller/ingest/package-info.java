/**
 * usage-ingest: the door of the installation, and the register. Events come in by HTTP and Kafka, are checked, resolved to
 * an account, counted once and written to the log; accounts, contracts, owners, people and invoices are kept here; one
 * replica is the log's clock.
 */
@NullMarked
package io.playcaller.ingest;

import org.jspecify.annotations.NullMarked;
