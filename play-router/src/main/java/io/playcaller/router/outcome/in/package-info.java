/** Runs and their outcomes over HTTP. */
@NullMarked
package io.playcaller.router.outcome.in;

import org.jspecify.annotations.NullMarked;
