package io.playcaller.forecast.engine.capacity;

/** Who may take a task of a role. */
public enum Sharing {
    /** Whoever is free first. */
    POOL("pool"),
    /** Only the one whom the account knows: each person is a queue of their own. */
    OWN_BOOK("own-book");

    private final String key;

    Sharing(String key) {
        this.key = key;
    }

    /** The word in configuration and beside figures. */
    public String key() {
        return key;
    }
}
