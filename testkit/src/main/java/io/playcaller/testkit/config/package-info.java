/** Settings as a service reads them at its start. */
@NullMarked
package io.playcaller.testkit.config;

import org.jspecify.annotations.NullMarked;
