/** What is kept of the changes of scores, and for how long. */
@NullMarked
package io.playcaller.health.history;

import org.jspecify.annotations.NullMarked;
