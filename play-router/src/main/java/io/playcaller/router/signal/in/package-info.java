/** Signals from Kafka; triage and paths over HTTP. */
@NullMarked
package io.playcaller.router.signal.in;

import org.jspecify.annotations.NullMarked;
