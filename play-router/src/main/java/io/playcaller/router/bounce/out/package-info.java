/** What they change in the database. */
@NullMarked
package io.playcaller.router.bounce.out;

import org.jspecify.annotations.NullMarked;
