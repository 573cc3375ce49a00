/** People from Kafka; what may be written to them, and their refusals, over HTTP. */
@NullMarked
package io.playcaller.router.digital.in;

import org.jspecify.annotations.NullMarked;
