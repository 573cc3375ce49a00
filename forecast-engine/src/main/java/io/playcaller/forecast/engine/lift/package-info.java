/** What a play did: accounts that were to get it against accounts that were held out by lot, as often looked at as one likes. */
@NullMarked
package io.playcaller.forecast.engine.lift;

import org.jspecify.annotations.NullMarked;
