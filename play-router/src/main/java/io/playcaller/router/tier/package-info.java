/** Accounts in another tier of coverage, until somebody has them by the new one. */
@NullMarked
package io.playcaller.router.tier;

import org.jspecify.annotations.NullMarked;
