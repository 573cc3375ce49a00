package io.playcaller.bench;

import java.net.URI;

/**
 * The installation that is measured.
 *
 * @param ingest address of usage-ingest
 * @param router address of play-router
 * @param writeKey key of a source with the scopes {@code events} and {@code register}
 * @param token bearer token of a person who may read tasks
 */
public record Target(URI ingest, URI router, String writeKey, String token) {}
