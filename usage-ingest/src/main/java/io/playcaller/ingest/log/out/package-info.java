/** The log on Kafka. */
@NullMarked
package io.playcaller.ingest.log.out;

import org.jspecify.annotations.NullMarked;
