/** Deliveries to the tools of our people: when, how signed, where to. Pure at its root. */
@NullMarked
package io.playcaller.router.delivery;

import org.jspecify.annotations.NullMarked;
