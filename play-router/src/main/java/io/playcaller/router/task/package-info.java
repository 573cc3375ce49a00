/** The life of a task: what may happen to it and what follows. Pure at its root. */
@NullMarked
package io.playcaller.router.task;

import org.jspecify.annotations.NullMarked;
