/** What worked: lift of plays, contracts saved and lost, time to value, adoption, references, and how well health foretold renewals. */
@NullMarked
package io.playcaller.forecast.outcome;

import org.jspecify.annotations.NullMarked;
