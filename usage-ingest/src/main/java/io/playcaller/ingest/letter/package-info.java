/**
 * Dead letters of all services: kept as a table beside their topic, found, mended and replayed, with what became of each.
 */
@NullMarked
package io.playcaller.ingest.letter;

import org.jspecify.annotations.NullMarked;
