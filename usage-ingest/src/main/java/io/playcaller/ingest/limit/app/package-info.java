/** Admits requests within the limit of their source. */
@NullMarked
package io.playcaller.ingest.limit.app;

import org.jspecify.annotations.NullMarked;
