/** The life of a run of several steps, or with an exit: which step is due, and what ends it. Pure at its root. */
@NullMarked
package io.playcaller.router.run;

import org.jspecify.annotations.NullMarked;
