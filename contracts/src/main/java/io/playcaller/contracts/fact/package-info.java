/** Facts on {@code customer-events}: what an account did, and what the log itself says about time and sources. */
@NullMarked
package io.playcaller.contracts.fact;

import org.jspecify.annotations.NullMarked;
