/** Snapshots in PostgreSQL. */
@NullMarked
package io.playcaller.forecast.snapshot.out;

import org.jspecify.annotations.NullMarked;
