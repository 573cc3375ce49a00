/** Configuration of the service. */
@NullMarked
package io.playcaller.router.config;

import org.jspecify.annotations.NullMarked;
