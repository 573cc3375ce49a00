/** Clocks of a task: their targets, when they run out, whom they tell. Pure. */
@NullMarked
package io.playcaller.router.sla;

import org.jspecify.annotations.NullMarked;
