/** The ledger in PostgreSQL, and the webhook itself. */
@NullMarked
package io.playcaller.router.delivery.out;

import org.jspecify.annotations.NullMarked;
