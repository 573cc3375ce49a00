/** Reading batches of Kafka records one by one, so that a bad one harms no other. */
@NullMarked
package io.playcaller.router.kafka;

import org.jspecify.annotations.NullMarked;
