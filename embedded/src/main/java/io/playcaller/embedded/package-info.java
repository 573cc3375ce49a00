/**
 * The backing services of Playcaller on one machine: Kafka inside this JVM, PostgreSQL and Redis as child processes, all
 * on loopback. The quickstart and the tests use them; they are no production mode.
 *
 * <p>Each service keeps its data in one directory, which a lock protects against a second user, and finds that data again
 * on the next start, also after this JVM was killed.
 */
@NullMarked
package io.playcaller.embedded;

import org.jspecify.annotations.NullMarked;
