package io.playcaller.health.engine.model;

import io.playcaller.contracts.fact.Feed;

/** What a measure measures: a function that the engine knows by name, or one that a model declares. */
public sealed interface Yardstick permits MeasureKind, Declared {

    /** Where scores keep it: the known ones first, then those that the model declares. */
    int position();

    /** The name in files and on the wire. */
    String id();

    /** What must be alive for an absence in it to be real. */
    Feed feed();

    /** What its value counts, in the plural; {@code ratio} for a share. */
    String unit();
}
