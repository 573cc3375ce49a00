/** Refusals as problem documents. */
@NullMarked
package io.playcaller.ingest.refusal.in;

import org.jspecify.annotations.NullMarked;
