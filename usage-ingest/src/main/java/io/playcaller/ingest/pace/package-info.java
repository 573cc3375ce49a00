/** What is not done at once. */
@NullMarked
package io.playcaller.ingest.pace;

import org.jspecify.annotations.NullMarked;
