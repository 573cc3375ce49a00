/** Reading what PostgreSQL answers. */
@NullMarked
package io.playcaller.ingest.postgres.out;

import org.jspecify.annotations.NullMarked;
