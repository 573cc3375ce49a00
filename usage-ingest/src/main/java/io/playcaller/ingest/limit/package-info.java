/** How much a source may send: a token bucket a source, shared by all replicas. */
@NullMarked
package io.playcaller.ingest.limit;

import org.jspecify.annotations.NullMarked;
