package io.playcaller.router.digital;

import java.util.Optional;
import java.util.stream.Stream;

/** How a message goes to people of customers. */
public enum ChannelKind {
    /** By SMTP, from us. Nobody can tell by it whether one that was lost on the way had arrived: it is sent once at most. */
    MAIL("mail", false),
    /** As a {@code track} to a marketing tool, which writes by itself. It knows a repetition by its {@code messageId}. */
    TRACK("track", true);

    private final String word;
    private final boolean repeats;

    ChannelKind(String word, boolean repeats) {
        this.word = word;
        this.repeats = repeats;
    }

    public String word() {
        return word;
    }

    /** Whether a message may go again of which nobody knows whether it arrived. */
    public boolean repeats() {
        return repeats;
    }

    public static Optional<ChannelKind> ofWord(String word) {
        return Stream.of(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
