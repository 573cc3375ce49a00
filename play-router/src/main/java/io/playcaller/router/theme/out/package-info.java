/** Finds them in the ledger of signals. */
@NullMarked
package io.playcaller.router.theme.out;

import org.jspecify.annotations.NullMarked;
