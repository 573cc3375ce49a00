/** The outbox as beans of a Quarkus service, configured by {@code playcaller.outbox.*}. */
@NullMarked
package io.playcaller.outbox.wiring;

import org.jspecify.annotations.NullMarked;
