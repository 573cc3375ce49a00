/** Runs in PostgreSQL, when they are to be looked at, and what their end says on Kafka. */
@NullMarked
package io.playcaller.router.run.out;

import org.jspecify.annotations.NullMarked;
