/** What a scorecard says: an immutable tree of records, read from files by whoever runs the engine. */
@NullMarked
package io.playcaller.health.engine.model;

import org.jspecify.annotations.NullMarked;
