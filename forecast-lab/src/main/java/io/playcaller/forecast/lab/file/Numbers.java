package io.playcaller.forecast.lab.file;

/** Numbers as files write them. */
final class Numbers {

    private Numbers() {}

    /** NaN where {@code text} is no finite number. */
    static double of(String text) {
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? number : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
