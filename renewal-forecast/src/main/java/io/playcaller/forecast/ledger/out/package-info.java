/** PostgreSQL. */
@NullMarked
package io.playcaller.forecast.ledger.out;

import org.jspecify.annotations.NullMarked;
