/** What began within the hour, and what is held, in PostgreSQL. */
@NullMarked
package io.playcaller.router.brake.out;

import org.jspecify.annotations.NullMarked;
