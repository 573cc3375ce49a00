/** The schema of a rebuild in PostgreSQL, and its reader of the log. */
@NullMarked
package io.playcaller.health.rebuild.out;

import org.jspecify.annotations.NullMarked;
