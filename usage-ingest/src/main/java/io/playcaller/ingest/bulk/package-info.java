/** Many records of the register in one request: each row goes the way of its PUT. */
@NullMarked
package io.playcaller.ingest.bulk;

import org.jspecify.annotations.NullMarked;
