/** What is written: records, merges, and people with their edges; each with its outbox rows in one transaction. */
@NullMarked
package io.playcaller.ingest.register.app;

import org.jspecify.annotations.NullMarked;
