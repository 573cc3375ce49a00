/** What is wrong with our own set-up, told to CS Ops once as a task: people whom a tool does not know, books that are too full, tools that are nearly used up. */
@NullMarked
package io.playcaller.router.finding;

import org.jspecify.annotations.NullMarked;
