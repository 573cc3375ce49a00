/** Write-back over HTTP. */
@NullMarked
package io.playcaller.forecast.writeback.in;

import org.jspecify.annotations.NullMarked;
