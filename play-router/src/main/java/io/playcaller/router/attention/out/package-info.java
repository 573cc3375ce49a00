/** Interruptions of a day, and digests, in PostgreSQL. */
@NullMarked
package io.playcaller.router.attention.out;

import org.jspecify.annotations.NullMarked;
