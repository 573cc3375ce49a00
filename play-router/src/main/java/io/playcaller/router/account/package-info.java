/** What is known of accounts. */
@NullMarked
package io.playcaller.router.account;

import org.jspecify.annotations.NullMarked;
