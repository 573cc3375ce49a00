package io.playcaller.ingest.json;

/** Which texts PostgreSQL and UTF-8 keep as they are. */
public final class StorableText {

    private StorableText() {}

    /** PostgreSQL keeps every character but this one. */
    public static boolean hasNul(String text) {
        return text.indexOf('\0') >= 0;
    }

    /**
     * Whether it comes back as it was stored. Half a surrogate pair is no character: UTF-8 has a question mark for each, and
     * different ids would be one.
     */
    public static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            boolean pair = Character.isHighSurrogate(unit)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (unit == '\0' || (Character.isSurrogate(unit) && !pair)) {
                return false;
            }
            i += pair ? 1 : 0;
        }
        return true;
    }
}
