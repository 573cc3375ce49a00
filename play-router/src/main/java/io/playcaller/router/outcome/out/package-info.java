/** Looks at accounts in PostgreSQL, and what they say on Kafka. */
@NullMarked
package io.playcaller.router.outcome.out;

import org.jspecify.annotations.NullMarked;
