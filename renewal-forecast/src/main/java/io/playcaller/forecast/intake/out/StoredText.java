package io.playcaller.forecast.intake.out;

/** A text of unknown origin as a table can hold it: without U+0000. */
final class StoredText {

    /** No id of the register is longer. */
    private static final int LONGEST_KEY = 256;

    private StoredText() {}

    static String of(String text) {
        return text.replace('\0', '\uFFFD');
    }

    /** One that an index can hold, too. */
    static String key(String text) {
        return of(text.length() <= LONGEST_KEY ? text : text.substring(0, LONGEST_KEY));
    }
}
