/** Reads the bytes of a request; what is refused unread is counted. */
@NullMarked
package io.playcaller.ingest.body.in;

import org.jspecify.annotations.NullMarked;
