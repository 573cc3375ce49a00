/** Copies of accounts in PostgreSQL. */
@NullMarked
package io.playcaller.router.account.out;

import org.jspecify.annotations.NullMarked;
