/** What other services said, taken in. */
@NullMarked
package io.playcaller.forecast.intake;

import org.jspecify.annotations.NullMarked;
