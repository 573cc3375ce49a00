/** What is noted now and written later. */
@NullMarked
package io.playcaller.ingest.pace.app;

import org.jspecify.annotations.NullMarked;
