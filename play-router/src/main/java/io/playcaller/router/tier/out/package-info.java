/** Keeps them in PostgreSQL. */
@NullMarked
package io.playcaller.router.tier.out;

import org.jspecify.annotations.NullMarked;
