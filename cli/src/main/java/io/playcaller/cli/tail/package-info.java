/** What comes in and what is refused, as it happens. */
@NullMarked
package io.playcaller.cli.tail;

import org.jspecify.annotations.NullMarked;
