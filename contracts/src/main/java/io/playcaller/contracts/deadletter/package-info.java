/** What could not be used, with its reason and the field at fault. */
@NullMarked
package io.playcaller.contracts.deadletter;

import org.jspecify.annotations.NullMarked;
