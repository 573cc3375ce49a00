/** What a dead letter of a door holds, read again. */
@NullMarked
package io.playcaller.ingest.door.letter;

import org.jspecify.annotations.NullMarked;
