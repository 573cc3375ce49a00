/** Write-back out of PostgreSQL. */
@NullMarked
package io.playcaller.forecast.writeback.out;

import org.jspecify.annotations.NullMarked;
