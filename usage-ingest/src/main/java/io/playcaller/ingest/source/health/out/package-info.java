/** Hours, gaps and verdicts in PostgreSQL, and the judge over them. */
@NullMarked
package io.playcaller.ingest.source.health.out;

import org.jspecify.annotations.NullMarked;
