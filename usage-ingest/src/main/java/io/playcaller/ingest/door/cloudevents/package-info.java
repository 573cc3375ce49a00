/** CloudEvents 1.0 in its three modes, and the facts that travel in it. */
@NullMarked
package io.playcaller.ingest.door.cloudevents;

import org.jspecify.annotations.NullMarked;
