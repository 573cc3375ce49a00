/** What a company's closed contracts teach: how each ended, and what was known of it some days before. */
@NullMarked
package io.playcaller.forecast.lab.closed;

import org.jspecify.annotations.NullMarked;
