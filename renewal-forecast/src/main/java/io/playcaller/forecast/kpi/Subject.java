package io.playcaller.forecast.kpi;

import org.jspecify.annotations.Nullable;

/** What a decision of a review is about: a play or content, one of the two. */
public record Subject(@Nullable String play, @Nullable String content) {

    public Subject {
        if ((play == null) == (content == null)) {
            throw new IllegalArgumentException("a play or content, one of the two");
        }
    }

    /** A play by its key. */
    public static Subject play(String key) {
        return new Subject(key, null);
    }

    /** Content by its key. */
    public static Subject content(String key) {
        return new Subject(null, key);
    }
}
