/** What comes in, as it happens, for developers who watch: read from the log and the dead letters, and only while they do. */
@NullMarked
package io.playcaller.ingest.tail;

import org.jspecify.annotations.NullMarked;
