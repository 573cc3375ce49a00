/** When a person of a customer may be written to, and how they refuse it. Pure. */
@NullMarked
package io.playcaller.router.digital;

import org.jspecify.annotations.NullMarked;
