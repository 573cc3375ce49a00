/** Puts a packet together, and keeps decisions. */
@NullMarked
package io.playcaller.forecast.meeting.app;

import org.jspecify.annotations.NullMarked;
