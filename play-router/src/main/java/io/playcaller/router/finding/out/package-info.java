/** Keeps what was told, in PostgreSQL. */
@NullMarked
package io.playcaller.router.finding.out;

import org.jspecify.annotations.NullMarked;
