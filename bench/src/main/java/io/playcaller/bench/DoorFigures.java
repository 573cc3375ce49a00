package io.playcaller.bench;

/**
 * What one shape came to.
 *
 * @param shape how events were sent
 * @param fullSpeed what was done at full speed
 * @param offered events a second of the second part, 70 % of full speed
 * @param latencies of its requests, from when each was due to its answer
 */
public record DoorFigures(Shape shape, Work fullSpeed, double offered, Latencies latencies) {}
