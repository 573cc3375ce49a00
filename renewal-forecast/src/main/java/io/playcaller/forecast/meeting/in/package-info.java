/** Packets as JSON and Markdown, and decisions over HTTP. */
@NullMarked
package io.playcaller.forecast.meeting.in;

import org.jspecify.annotations.NullMarked;
