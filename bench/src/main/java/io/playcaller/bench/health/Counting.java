package io.playcaller.bench.health;

import java.io.IOException;

/** Hears where the stretch that counts begins and ends. */
interface Counting {

    default void begins() throws IOException, InterruptedException {}

    default void ends() throws IOException, InterruptedException {}
}
