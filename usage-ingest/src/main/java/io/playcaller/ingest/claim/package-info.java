/** Claims on (source, id): what makes the door count once. */
@NullMarked
package io.playcaller.ingest.claim;

import org.jspecify.annotations.NullMarked;
