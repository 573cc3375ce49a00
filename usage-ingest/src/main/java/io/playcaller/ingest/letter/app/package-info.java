/** Keeps letters and replays them. */
@NullMarked
package io.playcaller.ingest.letter.app;

import org.jspecify.annotations.NullMarked;
