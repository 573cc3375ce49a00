/** What the page may ask the services for. */
@NullMarked
package io.playcaller.console.relay;

import org.jspecify.annotations.NullMarked;
