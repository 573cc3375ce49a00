/** Erasures and access reports over HTTP. */
@NullMarked
package io.playcaller.ingest.rights.in;

import org.jspecify.annotations.NullMarked;
