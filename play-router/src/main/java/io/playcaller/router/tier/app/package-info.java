/** Looks which they are. */
@NullMarked
package io.playcaller.router.tier.app;

import org.jspecify.annotations.NullMarked;
