package io.playcaller.ingest.rights;

/** A place in {@code customer-events}. */
public record LogPosition(int partition, long offset) {

    private static final String SEPARATOR = "/";

    public String text() {
        return partition + SEPARATOR + offset;
    }

    /** @throws IllegalArgumentException for what is no position */
    public static LogPosition of(String text) {
        String[] parts = text.split(SEPARATOR, -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("no position in the log: " + text);
        }
        return new LogPosition(Integer.parseInt(parts[0]), Long.parseLong(parts[1]));
    }
}
