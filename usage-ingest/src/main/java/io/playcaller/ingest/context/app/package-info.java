/** Where a request goes on after an answer from another thread. */
@NullMarked
package io.playcaller.ingest.context.app;

import org.jspecify.annotations.NullMarked;
