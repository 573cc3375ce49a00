/** The doors over HTTP. */
@NullMarked
package io.playcaller.ingest.door.http;

import org.jspecify.annotations.NullMarked;
