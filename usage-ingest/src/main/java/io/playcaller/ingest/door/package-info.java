/** What all doors share: bodies and their limits. */
@NullMarked
package io.playcaller.ingest.door;

import org.jspecify.annotations.NullMarked;
