package io.playcaller.cli;

import picocli.CommandLine.Option;

/** {@code --limit}: how much of a list is shown. */
public final class ListLimit {

    /** No service answers more at once. */
    public static final int MOST = 500;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50", description = "1 to 500; 50 by default")
    private int limit;

    /** @throws Refused when it is not between 1 and {@link #MOST} */
    public int value() {
        if (limit < 1 || limit > MOST) {
            throw new Refused("--limit must be between 1 and %d, is %d".formatted(MOST, limit));
        }
        return limit;
    }
}
