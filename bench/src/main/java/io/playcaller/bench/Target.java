package io.playcaller.bench;

import java.net.URI;

/**
 * The installation that is measured.
 *
 * @param ingest address of usage-ingest
 * @param router address of play-router
 * @param eventsKey write key of a source with the scope {@code events}
 * @param registerKey write key of a source with the scope {@code register}
 * @param token bearer token of a person who may read tasks
 */
public record Target(URI ingest, URI router, String eventsKey, String registerKey, String token) {}
