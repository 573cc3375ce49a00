/** Looks up what accounts claim, and keeps at hand which of them were merged. */
@NullMarked
package io.playcaller.ingest.identity.app;

import org.jspecify.annotations.NullMarked;
