/** What one of our people is told about a task, whichever connector carries it. */
@NullMarked
package io.playcaller.router.delivery.person;

import org.jspecify.annotations.NullMarked;
