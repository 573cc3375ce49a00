/** The life of a task: what may happen to it and what follows. Pure. */
@NullMarked
package io.playcaller.router.task;

import org.jspecify.annotations.NullMarked;
