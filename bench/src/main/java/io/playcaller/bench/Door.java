package io.playcaller.bench;

import java.net.URI;

/**
 * The door that is measured.
 *
 * @param ingest address of usage-ingest
 * @param key write key of a source that may send as fast as it can
 * @param pid process id of usage-ingest, whose CPU time is read
 */
public record Door(URI ingest, String key, long pid) {}
