/**
 * How a source is: alive, quiet or sending rubbish, by its own pattern of the week. The volume of an hour is held against the
 * same hour of the week in the weeks before, so that a nightly batch is no outage, a weekend is none, and a slow decline is none.
 */
@NullMarked
package io.playcaller.ingest.source.health;

import org.jspecify.annotations.NullMarked;
