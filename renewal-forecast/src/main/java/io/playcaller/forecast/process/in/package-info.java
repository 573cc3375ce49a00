/** The renewal process over HTTP and from its file. */
@NullMarked
package io.playcaller.forecast.process.in;

import org.jspecify.annotations.NullMarked;
