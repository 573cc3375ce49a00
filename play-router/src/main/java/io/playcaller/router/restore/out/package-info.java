/** What Kafka and PostgreSQL know. */
@NullMarked
package io.playcaller.router.restore.out;

import org.jspecify.annotations.NullMarked;
