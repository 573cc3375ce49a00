/** Tasks in PostgreSQL and on Kafka. */
@NullMarked
package io.playcaller.router.task.out;

import org.jspecify.annotations.NullMarked;
