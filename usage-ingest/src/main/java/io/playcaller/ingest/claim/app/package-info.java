/** The port of claims. */
@NullMarked
package io.playcaller.ingest.claim.app;

import org.jspecify.annotations.NullMarked;
