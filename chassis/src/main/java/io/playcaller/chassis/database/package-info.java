/** How services reach PostgreSQL, and how they tell that it does not answer. */
@NullMarked
package io.playcaller.chassis.database;

import org.jspecify.annotations.NullMarked;
