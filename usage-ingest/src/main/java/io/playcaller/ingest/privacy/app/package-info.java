/** What an erasure and an access report need. */
@NullMarked
package io.playcaller.ingest.privacy.app;

import org.jspecify.annotations.NullMarked;
