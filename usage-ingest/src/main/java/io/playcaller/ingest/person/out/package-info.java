/** The person index on PostgreSQL. */
@NullMarked
package io.playcaller.ingest.person.out;

import org.jspecify.annotations.NullMarked;
