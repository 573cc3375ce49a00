package io.playcaller.ingest.log;

import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.Topic;

/** One record to write: an event with its key. Records of one key are stored in the order in which they are given. */
public record Outgoing(Topic topic, String key, Envelope envelope, Record data) {}
