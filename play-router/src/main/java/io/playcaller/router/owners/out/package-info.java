/** Finds them in PostgreSQL. */
@NullMarked
package io.playcaller.router.owners.out;

import org.jspecify.annotations.NullMarked;
