/** Runs that are held out, in the transactions that change them. */
@NullMarked
package io.playcaller.router.holdout.app;

import org.jspecify.annotations.NullMarked;
