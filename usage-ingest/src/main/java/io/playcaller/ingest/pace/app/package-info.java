/** Rounds on a timer. */
@NullMarked
package io.playcaller.ingest.pace.app;

import org.jspecify.annotations.NullMarked;
