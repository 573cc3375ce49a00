/** Who sends: sources, their write keys, and whether they are alive. */
@NullMarked
package io.playcaller.ingest.source;

import org.jspecify.annotations.NullMarked;
