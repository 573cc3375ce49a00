/** What is done to properties of events before anything of them is kept. */
@NullMarked
package io.playcaller.ingest.privacy;

import org.jspecify.annotations.NullMarked;
