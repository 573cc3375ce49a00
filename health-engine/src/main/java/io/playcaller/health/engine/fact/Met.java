package io.playcaller.health.engine.fact;

/** A contact took part in a touch: when, its version says. */
public record Met() {

    static final Met MET = new Met();
}
