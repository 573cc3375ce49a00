/**
 * What folding a partition of {@code customer-events} needs to know by itself: which records were seen, when time next
 * matters, which accounts are at hand. No I/O.
 */
@NullMarked
package io.playcaller.health.fold;

import org.jspecify.annotations.NullMarked;
