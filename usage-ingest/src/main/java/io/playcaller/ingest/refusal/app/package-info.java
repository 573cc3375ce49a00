/** Counts refusals. */
@NullMarked
package io.playcaller.ingest.refusal.app;

import org.jspecify.annotations.NullMarked;
