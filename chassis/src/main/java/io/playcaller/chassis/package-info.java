/** What every service stands on; nothing here knows a business rule. */
@NullMarked
package io.playcaller.chassis;

import org.jspecify.annotations.NullMarked;
