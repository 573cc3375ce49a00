/** Accounts, owners and health from Kafka. */
@NullMarked
package io.playcaller.router.account.in;

import org.jspecify.annotations.NullMarked;
