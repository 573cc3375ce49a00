/** What somebody who leaves had, and who has it then. Pure at its root. */
@NullMarked
package io.playcaller.router.offboard;

import org.jspecify.annotations.NullMarked;
