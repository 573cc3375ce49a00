/** HTTP, and the schedule. */
@NullMarked
package io.playcaller.forecast.ledger.in;

import org.jspecify.annotations.NullMarked;
