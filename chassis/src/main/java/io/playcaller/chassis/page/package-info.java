/** Lists in parts: a page, and the cursor that leads to the next. */
@NullMarked
package io.playcaller.chassis.page;

import org.jspecify.annotations.NullMarked;
