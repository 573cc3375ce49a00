/**
 * What is found by looking, and told once as a signal of our own: what is wrong with our set-up (people whom a tool does not know, books
 * that are too full, tools that are nearly used up), accounts in another tier, hand-overs that were rejected, issues of several accounts.
 */
@NullMarked
package io.playcaller.router.finding;

import org.jspecify.annotations.NullMarked;
