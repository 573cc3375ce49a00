/** The files of this service, checked together and followed while it runs. */
@NullMarked
package io.playcaller.forecast.rules;

import org.jspecify.annotations.NullMarked;
