/** Judgement in PostgreSQL, and from there into the log. */
@NullMarked
package io.playcaller.health.judgement.out;

import org.jspecify.annotations.NullMarked;
