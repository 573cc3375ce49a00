/** Asks services in the name of whoever is logged in. */
@NullMarked
package io.playcaller.console.relay.app;

import org.jspecify.annotations.NullMarked;
