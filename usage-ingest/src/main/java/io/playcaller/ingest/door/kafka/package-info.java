/** The doors over Kafka. */
@NullMarked
package io.playcaller.ingest.door.kafka;

import org.jspecify.annotations.NullMarked;
