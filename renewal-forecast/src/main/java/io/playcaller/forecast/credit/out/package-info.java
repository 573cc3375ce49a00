/** The credit ledger in PostgreSQL. */
@NullMarked
package io.playcaller.forecast.credit.out;

import org.jspecify.annotations.NullMarked;
