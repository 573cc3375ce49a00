package io.playcaller.forecast.engine.process;

/** A fault in words that name what is missing. */
public record Fault(FaultCode code, String detail) {}
