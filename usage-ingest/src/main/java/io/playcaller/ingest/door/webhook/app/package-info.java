/** The webhooks of this installation. */
@NullMarked
package io.playcaller.ingest.door.webhook.app;

import org.jspecify.annotations.NullMarked;
