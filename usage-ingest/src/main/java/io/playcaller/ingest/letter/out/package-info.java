/** Letters on PostgreSQL, and the records that they are about on Kafka. */
@NullMarked
package io.playcaller.ingest.letter.out;

import org.jspecify.annotations.NullMarked;
