/** One vocabulary of reasons, from the signal to the play to the renewal risk and the loss. */
@NullMarked
package io.playcaller.contracts.reason;

import org.jspecify.annotations.NullMarked;
