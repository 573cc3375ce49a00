/** What follows from news of accounts. */
@NullMarked
package io.playcaller.router.account.app;

import org.jspecify.annotations.NullMarked;
