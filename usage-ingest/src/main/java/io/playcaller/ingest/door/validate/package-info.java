/** What is true of an event that is taken, and its sender may not have meant. */
@NullMarked
package io.playcaller.ingest.door.validate;

import org.jspecify.annotations.NullMarked;
