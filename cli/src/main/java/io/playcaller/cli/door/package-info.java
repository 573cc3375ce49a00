/** History and live facts on their way to the doors of usage-ingest, which see in this command a client like any other. */
@NullMarked
package io.playcaller.cli.door;

import org.jspecify.annotations.NullMarked;
