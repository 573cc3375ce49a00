/** Whether this database is older than what it told: it was restored, and nothing goes to a tool before that was compared. */
@NullMarked
package io.playcaller.router.restore;

import org.jspecify.annotations.NullMarked;
