/** Reads {@code customer-events}: one plain Kafka consumer on one thread (ADR 0005). */
@NullMarked
package io.playcaller.health.fold.in;

import org.jspecify.annotations.NullMarked;
