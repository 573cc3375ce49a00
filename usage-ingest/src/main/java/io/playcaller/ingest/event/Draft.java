package io.playcaller.ingest.event;

/**
 * An event as its sender put it: readable and whole, but not yet resolved.
 *
 * @param id unique within the source
 */
public record Draft(String id, SentTimes times, Subject subject, Statement statement) {}
