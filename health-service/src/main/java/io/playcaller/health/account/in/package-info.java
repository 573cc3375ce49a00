/** The HTTP API of accounts and signals. */
@NullMarked
package io.playcaller.health.account.in;

import org.jspecify.annotations.NullMarked;
