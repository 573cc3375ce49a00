/** Issues tokens. */
@NullMarked
package io.playcaller.console.token.app;

import org.jspecify.annotations.NullMarked;
