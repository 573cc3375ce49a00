/** Answers, closes periods and looks for corrections. */
@NullMarked
package io.playcaller.forecast.ledger.app;

import org.jspecify.annotations.NullMarked;
