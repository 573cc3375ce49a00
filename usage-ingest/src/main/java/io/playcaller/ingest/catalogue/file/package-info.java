/** {@code exclusions.yaml}: how own people and bots are told. */
@NullMarked
package io.playcaller.ingest.catalogue.file;

import org.jspecify.annotations.NullMarked;
