/** Sessions of the page. */
@NullMarked
package io.playcaller.console.session;

import org.jspecify.annotations.NullMarked;
