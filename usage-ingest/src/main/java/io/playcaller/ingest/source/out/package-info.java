/** Sources and keys on PostgreSQL. */
@NullMarked
package io.playcaller.ingest.source.out;

import org.jspecify.annotations.NullMarked;
