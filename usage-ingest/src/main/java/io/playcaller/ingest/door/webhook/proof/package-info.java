/** How a webhook shows that it comes from whom it says: signatures and secrets that come along. Pure; time is an argument. */
@NullMarked
package io.playcaller.ingest.door.webhook.proof;

import org.jspecify.annotations.NullMarked;
