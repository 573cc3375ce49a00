package io.playcaller.ingest.door.segment;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The calls of the Segment API that carry one event. */
public enum SegmentCall {
    TRACK,
    IDENTIFY,
    GROUP,
    PAGE,
    SCREEN,
    ALIAS;

    private static final Map<String, SegmentCall> BY_WORD =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(SegmentCall::word, Function.identity()));

    /** By its word in {@code type}. */
    public static Optional<SegmentCall> of(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }

    /** By its word in a path, or by its first letter there, as browsers send it. */
    public static Optional<SegmentCall> ofPath(String segment) {
        return of(segment)
                .or(() -> Stream.of(values())
                        .filter(call -> call.word().substring(0, 1).equals(segment))
                        .findFirst());
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
