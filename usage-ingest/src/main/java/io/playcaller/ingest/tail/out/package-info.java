/** The live tail from Kafka. */
@NullMarked
package io.playcaller.ingest.tail.out;

import org.jspecify.annotations.NullMarked;
