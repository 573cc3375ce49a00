/** The page itself. */
@NullMarked
package io.playcaller.console.page.in;

import org.jspecify.annotations.NullMarked;
