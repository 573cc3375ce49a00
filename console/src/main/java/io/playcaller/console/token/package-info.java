/** Short-lived tokens, and the key that signs them. */
@NullMarked
package io.playcaller.console.token;

import org.jspecify.annotations.NullMarked;
