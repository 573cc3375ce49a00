/** Looks up what accounts claim. */
@NullMarked
package io.playcaller.ingest.identity.app;

import org.jspecify.annotations.NullMarked;
