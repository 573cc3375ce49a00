/** Write keys from their first day to their last. */
@NullMarked
package io.playcaller.cli.keys;

import org.jspecify.annotations.NullMarked;
