/** One transaction over all tables that hold something about a person, and what the broker says of its topics. */
@NullMarked
package io.playcaller.ingest.rights.out;

import org.jspecify.annotations.NullMarked;
