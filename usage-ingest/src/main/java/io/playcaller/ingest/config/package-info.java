/** The settings of this service. */
@NullMarked
package io.playcaller.ingest.config;

import org.jspecify.annotations.NullMarked;
