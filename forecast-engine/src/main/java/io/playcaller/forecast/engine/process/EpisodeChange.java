package io.playcaller.forecast.engine.process;

import io.playcaller.contracts.health.SignalState;

/** A transition of a signal. */
public record EpisodeChange(SignalState state, Episode after) {}
