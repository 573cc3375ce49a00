/** Models in PostgreSQL; activations leave through the outbox. */
@NullMarked
package io.playcaller.health.models.out;

import org.jspecify.annotations.NullMarked;
