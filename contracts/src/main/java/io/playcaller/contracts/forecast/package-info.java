/** What renewal-forecast says about one contract. */
@NullMarked
package io.playcaller.contracts.forecast;

import org.jspecify.annotations.NullMarked;
