package io.playcaller.ingest.letter;

import java.time.Instant;

/** A letter's place in the order in which letters are listed: by receipt, ties by id. */
public record Position(Instant receivedAt, String letterId) {}
