package io.playcaller.bench;

/**
 * What a service holds.
 *
 * @param residentBytes of its process, as the operating system counts it
 * @param heapBytes of its heap that are in use after a collection
 * @param threads that live
 */
public record Memory(long residentBytes, long heapBytes, long threads) {}
