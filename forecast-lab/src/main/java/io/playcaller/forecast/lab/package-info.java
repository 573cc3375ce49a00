/** How a model of renewals is learnt, judged and compared. */
@NullMarked
package io.playcaller.forecast.lab;

import org.jspecify.annotations.NullMarked;
