/** What all doors share: bodies and their limits, and how corrections are read. */
@NullMarked
package io.playcaller.ingest.door;

import org.jspecify.annotations.NullMarked;
