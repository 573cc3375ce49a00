/** What somebody has, in PostgreSQL. */
@NullMarked
package io.playcaller.router.offboard.out;

import org.jspecify.annotations.NullMarked;
