/** Sends what waits in the ledger of deliveries. */
@NullMarked
package io.playcaller.router.delivery.app;

import org.jspecify.annotations.NullMarked;
