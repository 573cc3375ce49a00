package io.playcaller.lab.metric;

/** From where to where. */
public record Interval(double low, double high) {}
