package io.playcaller.forecast.engine.fit;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** What straight lines cannot say of features; its value is log-odds. */
public sealed interface Curve permits Bend, Pair {

    /** What it looks at; each has an equal part of its value. */
    List<String> features();

    /** What it adds at {@code values}, of which NaN is a missing one. */
    double of(ToDoubleFunction<String> values);

    /** The same with another coefficient. */
    Curve weighing(double coefficient);
}
