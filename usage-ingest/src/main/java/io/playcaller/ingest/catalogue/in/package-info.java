/** The catalogue over HTTP. */
@NullMarked
package io.playcaller.ingest.catalogue.in;

import org.jspecify.annotations.NullMarked;
