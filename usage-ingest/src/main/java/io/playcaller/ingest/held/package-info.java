/** The holding area: events that wait until somebody says which account their person belongs to. */
@NullMarked
package io.playcaller.ingest.held;

import org.jspecify.annotations.NullMarked;
