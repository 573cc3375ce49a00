/** Stages, judgements, episodes and faults in PostgreSQL. */
@NullMarked
package io.playcaller.forecast.process.out;

import org.jspecify.annotations.NullMarked;
