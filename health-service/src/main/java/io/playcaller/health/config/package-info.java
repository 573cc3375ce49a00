/** The settings of health-service. */
@NullMarked
package io.playcaller.health.config;

import org.jspecify.annotations.NullMarked;
