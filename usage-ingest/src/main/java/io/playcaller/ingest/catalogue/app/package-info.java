/** Counts what was taken, and keeps at hand what people said of names. */
@NullMarked
package io.playcaller.ingest.catalogue.app;

import org.jspecify.annotations.NullMarked;
