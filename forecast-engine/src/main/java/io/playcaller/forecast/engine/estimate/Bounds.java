package io.playcaller.forecast.engine.estimate;

/** From where to where, both ends included. */
public record Bounds(double low, double high) {

    /** Around {@code middle}. */
    public static Bounds around(double middle, double halfWidth) {
        return new Bounds(middle - halfWidth, middle + halfWidth);
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
