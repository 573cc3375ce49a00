package io.playcaller.health.engine.measure;

/** Numbers in sentences. */
public final class Words {

    private Words() {}

    /** {@code 1 ticket}, {@code 2 tickets}. */
    public static String count(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** Thousandths with at most one decimal. */
    static String decimal(long thousandths) {
        long tenths = Math.floorDiv(thousandths + 50, 100);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : tenths / 10 + "." + Math.abs(tenths % 10);
    }

    static String percent(long thousandths) {
        return Math.floorDiv(thousandths + 5, 10) + "%";
    }
}
