/** Runs that are held out, in PostgreSQL. */
@NullMarked
package io.playcaller.router.holdout.out;

import org.jspecify.annotations.NullMarked;
