/** What a signal does to the tasks of its account. Pure at its root. */
@NullMarked
package io.playcaller.router.signal;

import org.jspecify.annotations.NullMarked;
