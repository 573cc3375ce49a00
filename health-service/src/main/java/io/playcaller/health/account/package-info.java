/** What people ask about accounts: scores with their reasons, history, signals. Answered from PostgreSQL, never from the fold's memory. */
@NullMarked
package io.playcaller.health.account;

import org.jspecify.annotations.NullMarked;
