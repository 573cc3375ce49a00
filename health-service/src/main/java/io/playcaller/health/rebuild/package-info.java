/** A rebuild of the state from the log, beside the one that runs: what is compared, and when it may take its place (ADR 0034). */
@NullMarked
package io.playcaller.health.rebuild;

import org.jspecify.annotations.NullMarked;
