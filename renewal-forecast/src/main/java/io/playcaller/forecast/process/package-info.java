/** How renewals are worked: the decisions are forecast-engine's; here they are run, told and kept. */
@NullMarked
package io.playcaller.forecast.process;

import org.jspecify.annotations.NullMarked;
