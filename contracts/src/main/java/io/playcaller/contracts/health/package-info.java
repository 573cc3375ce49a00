/** What health-service says: scores that add up, and signals as episodes. */
@NullMarked
package io.playcaller.contracts.health;

import org.jspecify.annotations.NullMarked;
