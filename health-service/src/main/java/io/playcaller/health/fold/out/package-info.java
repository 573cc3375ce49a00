/** The fold's tables, and what it announces through the outbox. */
@NullMarked
package io.playcaller.health.fold.out;

import org.jspecify.annotations.NullMarked;
