/** What a CRM reads, as a port. */
@NullMarked
package io.playcaller.forecast.writeback.app;

import org.jspecify.annotations.NullMarked;
