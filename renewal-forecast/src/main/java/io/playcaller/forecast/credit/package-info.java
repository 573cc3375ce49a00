/** Who is credited for which movement of revenue, and why. */
@NullMarked
package io.playcaller.forecast.credit;

import org.jspecify.annotations.NullMarked;
