package io.playcaller.quickstart;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** How a part ended, for people: one line that says how and where to look, then the end of its log without stack traces. */
final class Obituary {

    private static final int LAST_LINES = 12;
    private static final int SEARCHED_LINES = 500;
    private static final Pattern STACK_FRAME = Pattern.compile("^\\s+at |^\\s+\\.\\.\\. \\d+ more");
    private static final int SIGNALS = 128;
    private static final int KILLED = SIGNALS + 9;
    private static final int ASKED_TO_END = SIGNALS + 15;

    private Obituary() {}

    /** @param exitCode 128 and the signal's number for what a signal ended; empty where it is not known */
    static String of(String part, OptionalInt exitCode, Path log) {
        List<String> lines = new ArrayList<>();
        lines.add("%s %s; see ./playcaller logs %s"
                .formatted(part, exitCode.isPresent() ? how(exitCode.getAsInt()) : "ended", part));
        List<String> said = LogTail.lines(log, SEARCHED_LINES).stream()
                .filter(line -> !STACK_FRAME.matcher(line).find())
                .toList();
        lines.addAll(said.subList(Math.max(0, said.size() - LAST_LINES), said.size()));
        return String.join("\n  ", lines);
    }

    private static String how(int exitCode) {
        if (exitCode == KILLED) {
            return "was killed (signal 9), by somebody or by the system for want of memory: all of it needs some 2.5 GB";
        }
        if (exitCode == ASKED_TO_END) {
            return "was ended by somebody (signal 15)";
        }
        return exitCode > SIGNALS
                ? "was killed by signal %d".formatted(exitCode - SIGNALS)
                : "ended with exit code %d".formatted(exitCode);
    }
}
