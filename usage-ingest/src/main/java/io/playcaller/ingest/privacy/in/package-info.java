/** Erasures and access reports over HTTP. */
@NullMarked
package io.playcaller.ingest.privacy.in;

import org.jspecify.annotations.NullMarked;
