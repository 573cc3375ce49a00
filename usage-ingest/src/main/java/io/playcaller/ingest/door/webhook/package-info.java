/**
 * Webhooks of tools: what each says in its own words becomes the event that any other door would have read, and is read by
 * the same reader.
 */
@NullMarked
package io.playcaller.ingest.door.webhook;

import org.jspecify.annotations.NullMarked;
