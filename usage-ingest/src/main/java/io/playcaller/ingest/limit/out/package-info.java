/** Buckets in Redis, and in this replica while Redis is away. */
@NullMarked
package io.playcaller.ingest.limit.out;

import org.jspecify.annotations.NullMarked;
