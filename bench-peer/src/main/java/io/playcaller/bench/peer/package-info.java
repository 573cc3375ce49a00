/**
 * Health by Kafka Streams with the engine and the model of health-service: what the service is measured against. README.md of
 * bench says what it does and what not.
 */
@NullMarked
package io.playcaller.bench.peer;

import org.jspecify.annotations.NullMarked;
