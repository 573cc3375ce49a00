/** Keys looked up, signs of life kept. */
@NullMarked
package io.playcaller.ingest.source.app;

import org.jspecify.annotations.NullMarked;
