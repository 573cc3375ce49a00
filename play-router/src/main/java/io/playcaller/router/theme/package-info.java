/** Issues that several accounts report again and again. */
@NullMarked
package io.playcaller.router.theme;

import org.jspecify.annotations.NullMarked;
