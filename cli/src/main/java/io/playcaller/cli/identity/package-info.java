/** Whose things are: events that wait for their account, merges of accounts, and claims of domains. */
@NullMarked
package io.playcaller.cli.identity;

import org.jspecify.annotations.NullMarked;
