/** The packets for the meetings of the revenue people, and what they decide. */
@NullMarked
package io.playcaller.forecast.meeting;

import org.jspecify.annotations.NullMarked;
