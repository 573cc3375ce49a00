/** Asking Redis without waiting for it when it is away. */
@NullMarked
package io.playcaller.ingest.redis.out;

import org.jspecify.annotations.NullMarked;
