/** Runs over HTTP. */
@NullMarked
package io.playcaller.router.run.in;

import org.jspecify.annotations.NullMarked;
