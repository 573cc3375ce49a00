/** What is held about a person of the customer: told to whoever may ask, and deleted, with a receipt for each place. */
@NullMarked
package io.playcaller.ingest.privacy;

import org.jspecify.annotations.NullMarked;
