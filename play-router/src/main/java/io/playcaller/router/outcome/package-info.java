/** How runs of plays ended, and how their accounts stood then, and 30, 60 and 90 days after they began. Pure. */
@NullMarked
package io.playcaller.router.outcome;

import org.jspecify.annotations.NullMarked;
