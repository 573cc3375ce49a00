/** Reading JSON that strangers wrote: every fault names its field. */
@NullMarked
package io.playcaller.ingest.json;

import org.jspecify.annotations.NullMarked;
