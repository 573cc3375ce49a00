/** Write keys as credentials, sources over HTTP. */
@NullMarked
package io.playcaller.ingest.source.in;

import org.jspecify.annotations.NullMarked;
