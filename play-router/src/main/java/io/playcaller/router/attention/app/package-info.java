/** Decides what waits in the ledger for a person, and writes their digests. */
@NullMarked
package io.playcaller.router.attention.app;

import org.jspecify.annotations.NullMarked;
