package io.playcaller.forecast.config;

/** The rules that hold now. Whoever decides something asks once: others may hold the next time. */
@FunctionalInterface
public interface InForce<T> {

    Ruled<T> now();
}
