/** Configuration. */
@NullMarked
package io.playcaller.console.config;

import org.jspecify.annotations.NullMarked;
