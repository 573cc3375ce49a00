/** The catalogue in PostgreSQL. */
@NullMarked
package io.playcaller.ingest.catalogue.out;

import org.jspecify.annotations.NullMarked;
