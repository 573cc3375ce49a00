/** The ledger of signals in PostgreSQL. */
@NullMarked
package io.playcaller.router.signal.out;

import org.jspecify.annotations.NullMarked;
