/** The person store's ports. */
@NullMarked
package io.playcaller.ingest.person.app;

import org.jspecify.annotations.NullMarked;
