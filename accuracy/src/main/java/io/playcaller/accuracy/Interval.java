package io.playcaller.accuracy;

/** From where to where. */
public record Interval(double low, double high) {}
