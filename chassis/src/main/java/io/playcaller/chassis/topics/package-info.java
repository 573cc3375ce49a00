/** Names of topics on the broker, and the check at start that they are as they must be. */
@NullMarked
package io.playcaller.chassis.topics;

import org.jspecify.annotations.NullMarked;
