/** The answers, read from the tables that the fold writes. */
@NullMarked
package io.playcaller.health.account.out;

import org.jspecify.annotations.NullMarked;
