/** Plays: what a signal asks for, of whom, by when. Pure. */
@NullMarked
package io.playcaller.router.play;

import org.jspecify.annotations.NullMarked;
