package io.playcaller.ingest.door.segment;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The calls of the Segment API that carry one event. */
public enum SegmentCall {
    TRACK,
    IDENTIFY,
    GROUP,
    PAGE,
    SCREEN,
    ALIAS;

    /** By its word in a path or in {@code type}. */
    public static Optional<SegmentCall> of(String word) {
        return Stream.of(values()).filter(call -> call.word().equals(word)).findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
