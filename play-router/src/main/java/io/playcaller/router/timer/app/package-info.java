/** Timers: fires what is due, audits what is not. */
@NullMarked
package io.playcaller.router.timer.app;

import org.jspecify.annotations.NullMarked;
