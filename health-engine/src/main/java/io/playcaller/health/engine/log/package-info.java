/** What every account of a partition shares: the log's clock, its sources, open imports, the active model, its peers. */
@NullMarked
package io.playcaller.health.engine.log;

import org.jspecify.annotations.NullMarked;
