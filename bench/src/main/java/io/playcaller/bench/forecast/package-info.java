/** How long a portfolio takes to be forecast whole, and until one contract's change is in its figures. */
@NullMarked
package io.playcaller.bench.forecast;

import org.jspecify.annotations.NullMarked;
