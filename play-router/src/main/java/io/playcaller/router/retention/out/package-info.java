/** What is old, in PostgreSQL. */
@NullMarked
package io.playcaller.router.retention.out;

import org.jspecify.annotations.NullMarked;
