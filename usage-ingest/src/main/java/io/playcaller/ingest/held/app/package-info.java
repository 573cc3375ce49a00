/** Lets events wait, releases them, and ends their wait. */
@NullMarked
package io.playcaller.ingest.held.app;

import org.jspecify.annotations.NullMarked;
