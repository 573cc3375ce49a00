/** Letters from their topic, and over HTTP. */
@NullMarked
package io.playcaller.ingest.letter.in;

import org.jspecify.annotations.NullMarked;
