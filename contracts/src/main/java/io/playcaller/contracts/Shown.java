package io.playcaller.contracts;

import org.jspecify.annotations.Nullable;

/** A value of somebody else's as a sentence may show it: its beginning, without characters that no log or table takes. */
public final class Shown {

    private static final int LONGEST = 200;

    private Shown() {}

    public static String of(@Nullable Object value) {
        String text = String.valueOf(value);
        String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        return shown.replaceAll("\\p{Cntrl}", "\uFFFD");
    }
}
