package io.playcaller.health.engine.fact;

/** @param zone empty when nobody said */
public record Account(String name, String zone, boolean strategic) {}
