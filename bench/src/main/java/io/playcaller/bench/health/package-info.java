/**
 * What a fact costs health-service, against the same engine on Kafka Streams: on the same log, one after the other, each a
 * process of its own, measured from the outside.
 */
@NullMarked
package io.playcaller.bench.health;

import org.jspecify.annotations.NullMarked;
