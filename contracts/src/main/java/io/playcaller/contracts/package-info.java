/** The wire: envelope, topics, event types, ids and money. Nothing here decides anything. */
@NullMarked
package io.playcaller.contracts;

import org.jspecify.annotations.NullMarked;
