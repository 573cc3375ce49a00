/** What a person of the customer may ask for: to be told what is held about them, and to be forgotten, with a receipt. */
@NullMarked
package io.playcaller.ingest.rights;

import org.jspecify.annotations.NullMarked;
