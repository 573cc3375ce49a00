/** The names of events: which there are, which counts as which, and which is use. */
@NullMarked
package io.playcaller.ingest.catalogue;

import org.jspecify.annotations.NullMarked;
