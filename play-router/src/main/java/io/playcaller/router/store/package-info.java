/** Transactions, and what their rows have in common. */
@NullMarked
package io.playcaller.router.store;

import org.jspecify.annotations.NullMarked;
