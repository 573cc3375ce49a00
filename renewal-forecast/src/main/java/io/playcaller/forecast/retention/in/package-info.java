/** When what is old is looked for. */
@NullMarked
package io.playcaller.forecast.retention.in;

import org.jspecify.annotations.NullMarked;
