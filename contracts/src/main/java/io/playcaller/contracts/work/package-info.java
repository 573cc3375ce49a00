/** What play-router says: the life of a task and the end of a play. */
@NullMarked
package io.playcaller.contracts.work;

import org.jspecify.annotations.NullMarked;
