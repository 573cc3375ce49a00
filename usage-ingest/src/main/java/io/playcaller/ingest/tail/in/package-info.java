/** The live tail over HTTP. */
@NullMarked
package io.playcaller.ingest.tail.in;

import org.jspecify.annotations.NullMarked;
