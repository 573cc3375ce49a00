/** The log's clock on PostgreSQL and Kafka. */
@NullMarked
package io.playcaller.ingest.clock.out;

import org.jspecify.annotations.NullMarked;
