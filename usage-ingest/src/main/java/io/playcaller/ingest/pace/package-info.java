/** What is done again and again. */
@NullMarked
package io.playcaller.ingest.pace;

import org.jspecify.annotations.NullMarked;
