/** Calls services over HTTP. */
@NullMarked
package io.playcaller.console.relay.out;

import org.jspecify.annotations.NullMarked;
