/** Talking HTTP with the services, as every other client does. */
@NullMarked
package io.playcaller.cli.http;

import org.jspecify.annotations.NullMarked;
