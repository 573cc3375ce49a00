/** Port of the live tail. */
@NullMarked
package io.playcaller.ingest.tail.app;

import org.jspecify.annotations.NullMarked;
