/** The clock of this machine that nobody sets. */
@NullMarked
package io.playcaller.ingest.event.out;

import org.jspecify.annotations.NullMarked;
