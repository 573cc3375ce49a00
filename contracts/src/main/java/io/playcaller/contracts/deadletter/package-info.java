/** What could not be used, whole, with its reason. */
@NullMarked
package io.playcaller.contracts.deadletter;

import org.jspecify.annotations.NullMarked;
