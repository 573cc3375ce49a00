/** Reads what packets say; the table of decisions. */
@NullMarked
package io.playcaller.forecast.meeting.out;

import org.jspecify.annotations.NullMarked;
