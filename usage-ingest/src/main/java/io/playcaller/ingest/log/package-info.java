/** Writing to Kafka: facts to the log, what was refused to the dead letters. */
@NullMarked
package io.playcaller.ingest.log;

import org.jspecify.annotations.NullMarked;
