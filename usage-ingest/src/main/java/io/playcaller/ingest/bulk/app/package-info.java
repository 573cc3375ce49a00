/** Stores rows in sets, and keeps what is refused of them. */
@NullMarked
package io.playcaller.ingest.bulk.app;

import org.jspecify.annotations.NullMarked;
