/** Many contracts together: what the coming quarters keep, and what a past period kept. */
@NullMarked
package io.playcaller.forecast.portfolio;

import org.jspecify.annotations.NullMarked;
