/** What an erasure and an access report need. */
@NullMarked
package io.playcaller.ingest.rights.app;

import org.jspecify.annotations.NullMarked;
