/** Runs of plays that are held out: an account is left alone, so that it can be told what the play does. Pure. */
@NullMarked
package io.playcaller.router.holdout;

import org.jspecify.annotations.NullMarked;
