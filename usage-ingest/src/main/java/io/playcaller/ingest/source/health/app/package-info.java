/** Shell of source health: counts what comes by the hour, keeps what the judge must remember. */
@NullMarked
package io.playcaller.ingest.source.health.app;

import org.jspecify.annotations.NullMarked;
