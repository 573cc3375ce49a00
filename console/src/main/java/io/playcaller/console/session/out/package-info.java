/** Sessions in PostgreSQL. */
@NullMarked
package io.playcaller.console.session.out;

import org.jspecify.annotations.NullMarked;
