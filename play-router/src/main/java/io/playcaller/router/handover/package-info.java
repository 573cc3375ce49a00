/** Accounts that pass from one of our people to another, and are accepted. */
@NullMarked
package io.playcaller.router.handover;

import org.jspecify.annotations.NullMarked;
