/** What people decided about plays, in PostgreSQL. */
@NullMarked
package io.playcaller.forecast.kpi.out;

import org.jspecify.annotations.NullMarked;
