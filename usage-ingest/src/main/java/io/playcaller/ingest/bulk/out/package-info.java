/** Mappings in PostgreSQL. */
@NullMarked
package io.playcaller.ingest.bulk.out;

import org.jspecify.annotations.NullMarked;
