/** What readiness checks have in common. */
@NullMarked
package io.playcaller.chassis.check;

import org.jspecify.annotations.NullMarked;
