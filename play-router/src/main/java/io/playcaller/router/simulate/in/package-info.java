/** Simulations over HTTP. */
@NullMarked
package io.playcaller.router.simulate.in;

import org.jspecify.annotations.NullMarked;
