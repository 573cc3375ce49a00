/** The services as the page sees them. */
@NullMarked
package io.playcaller.console.relay.in;

import org.jspecify.annotations.NullMarked;
