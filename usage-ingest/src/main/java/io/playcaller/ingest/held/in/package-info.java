/** What waits, over HTTP. */
@NullMarked
package io.playcaller.ingest.held.in;

import org.jspecify.annotations.NullMarked;
