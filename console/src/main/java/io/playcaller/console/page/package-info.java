/** The page. */
@NullMarked
package io.playcaller.console.page;

import org.jspecify.annotations.NullMarked;
