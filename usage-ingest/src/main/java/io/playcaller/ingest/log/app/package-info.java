/** The port to the log. */
@NullMarked
package io.playcaller.ingest.log.app;

import org.jspecify.annotations.NullMarked;
