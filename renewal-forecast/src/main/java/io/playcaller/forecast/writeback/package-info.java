/** What a CRM may take over from forecasts. */
@NullMarked
package io.playcaller.forecast.writeback;

import org.jspecify.annotations.NullMarked;
