/**
 * Everything on one machine: the supervisor process that starts Kafka, PostgreSQL and Redis on loopback and the five
 * services as its children, says how far it is, restarts what dies and leaves nothing running. Its data live in one
 * directory, {@link io.playcaller.quickstart.Home}. No production mode.
 */
@NullMarked
package io.playcaller.quickstart;

import org.jspecify.annotations.NullMarked;
