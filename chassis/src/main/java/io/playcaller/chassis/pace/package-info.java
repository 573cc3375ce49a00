/** What is done again and again. */
@NullMarked
package io.playcaller.chassis.pace;

import org.jspecify.annotations.NullMarked;
