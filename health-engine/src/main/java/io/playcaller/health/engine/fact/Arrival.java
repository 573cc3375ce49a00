package io.playcaller.health.engine.fact;

import io.playcaller.contracts.Envelope;
import java.time.Instant;

/**
 * When a fact happened, with what breaks ties. Nothing happens after it was received: a clock that runs ahead is put back.
 *
 * @param at milliseconds
 */
record Arrival(long at, int tie) {

    static Arrival of(Envelope envelope) {
        Instant at = envelope.time().isAfter(envelope.receivedAt()) ? envelope.receivedAt() : envelope.time();
        return new Arrival(at.toEpochMilli(), Fingerprint.tie(envelope.source(), envelope.id()));
    }

    <R extends Record> Version<R> version(R value) {
        return new Version<>(at, at, tie, value);
    }

    <R extends Record> Version<R> version(long order, R value) {
        return new Version<>(order, at, tie, value);
    }
}
