/** Our people in PostgreSQL. */
@NullMarked
package io.playcaller.router.staff.out;

import org.jspecify.annotations.NullMarked;
