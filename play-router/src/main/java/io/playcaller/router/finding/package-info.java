/**
 * What is wrong in our own house, told once as a task. Of our set-up to CS Ops: people whom a tool does not know, books that are too
 * full, tools that are nearly used up. Of an account as its risk: a hand-over that was rejected.
 */
@NullMarked
package io.playcaller.router.finding;

import org.jspecify.annotations.NullMarked;
