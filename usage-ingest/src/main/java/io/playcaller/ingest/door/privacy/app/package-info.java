/** The rules of this installation. */
@NullMarked
package io.playcaller.ingest.door.privacy.app;

import org.jspecify.annotations.NullMarked;
