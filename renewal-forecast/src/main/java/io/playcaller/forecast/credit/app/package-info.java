/** Registers splits and posts what is due. */
@NullMarked
package io.playcaller.forecast.credit.app;

import org.jspecify.annotations.NullMarked;
