package io.playcaller.bench.timer;

import io.playcaller.bench.Latencies;

/**
 * From signals to those who are told.
 *
 * @param task from when a signal was due on Kafka to the commit of its task
 * @param delivery from that commit to the request at a webhook on this machine
 */
public record SignalFigures(Latencies task, Latencies delivery) {}
