/** From a signal to the person who gets the task, in small stages that each answer with a reason. Pure. */
@NullMarked
package io.playcaller.router.routing;

import org.jspecify.annotations.NullMarked;
