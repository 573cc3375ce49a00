/** The web page over the services' APIs, its users and sessions, and the issuer of tokens. */
@NullMarked
package io.playcaller.console;

import org.jspecify.annotations.NullMarked;
