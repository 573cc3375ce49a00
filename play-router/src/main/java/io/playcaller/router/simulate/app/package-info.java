/** Reads the ledger for a simulation. */
@NullMarked
package io.playcaller.router.simulate.app;

import org.jspecify.annotations.NullMarked;
