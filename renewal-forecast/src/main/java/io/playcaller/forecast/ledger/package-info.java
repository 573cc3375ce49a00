/** What periods kept and lost, under stated definitions, and what closed periods said. */
@NullMarked
package io.playcaller.forecast.ledger;

import org.jspecify.annotations.NullMarked;
