/** The contract ledger: dated postings of recurring revenue, and what a period kept, lost and won. Sums to the cent. */
@NullMarked
package io.playcaller.forecast.engine.ledger;

import org.jspecify.annotations.NullMarked;
