package io.playcaller.forecast.engine.ledger;

/**
 * What a period did to one unit, in minor units of the currency of the figure.
 *
 * @param to its end, at the rates of the start
 * @param price what higher prices made of it
 * @param fx what the rates of the end make of its end, beyond {@code to}
 */
record UnitMove(long from, long to, long price, long fx) {

    UnitMove plus(UnitMove other) {
        return new UnitMove(
                Math.addExact(from, other.from),
                Math.addExact(to, other.to),
                Math.addExact(price, other.price),
                Math.addExact(fx, other.fx));
    }
}
