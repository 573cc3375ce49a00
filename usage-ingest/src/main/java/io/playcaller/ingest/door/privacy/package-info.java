/** Drops, masks and hashes properties of what the doors read, before anything of it is kept. */
@NullMarked
package io.playcaller.ingest.door.privacy;

import org.jspecify.annotations.NullMarked;
