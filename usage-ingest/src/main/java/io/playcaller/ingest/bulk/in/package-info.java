/** Reads uploads as a stream: rows, cells, records. */
@NullMarked
package io.playcaller.ingest.bulk.in;

import org.jspecify.annotations.NullMarked;
