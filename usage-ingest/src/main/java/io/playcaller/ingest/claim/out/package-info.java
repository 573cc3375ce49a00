/** Claims on Redis. */
@NullMarked
package io.playcaller.ingest.claim.out;

import org.jspecify.annotations.NullMarked;
