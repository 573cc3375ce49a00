/** What plays would have done on the signals that there were. Pure at its root. */
@NullMarked
package io.playcaller.router.simulate;

import org.jspecify.annotations.NullMarked;
