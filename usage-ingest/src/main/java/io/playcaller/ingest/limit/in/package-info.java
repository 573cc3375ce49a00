/** The limits over HTTP and as metrics. */
@NullMarked
package io.playcaller.ingest.limit.in;

import org.jspecify.annotations.NullMarked;
