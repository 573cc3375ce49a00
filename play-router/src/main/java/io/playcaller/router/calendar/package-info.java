/** Business time: which instants count, and how far an amount of them reaches. Pure. */
@NullMarked
package io.playcaller.router.calendar;

import org.jspecify.annotations.NullMarked;
