/** Who is credited for which movement of revenue: rules as data, splits that are registered before, entries that are never changed. */
@NullMarked
package io.playcaller.forecast.engine.credit;

import org.jspecify.annotations.NullMarked;
