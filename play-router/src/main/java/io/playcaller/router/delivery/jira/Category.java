package io.playcaller.router.delivery.jira;

import io.playcaller.router.delivery.ToolTask;
import java.util.Arrays;
import java.util.Optional;

/** Every status of Jira, whatever a project calls it, is of one of these, in this order. */
public enum Category {
    NEW("new"),
    STARTED("indeterminate"),
    DONE("done");

    private final String key;

    Category(String key) {
        this.key = key;
    }

    /** As {@code statusCategory.key} says. */
    public String key() {
        return key;
    }

    public static Optional<Category> ofKey(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
    }

    public static Category of(ToolTask.State state) {
        return switch (state) {
            case OPEN -> NEW;
            case STARTED -> STARTED;
            case DONE, DROPPED -> DONE;
        };
    }

    /** Whether an issue that stands here is to be moved on: never back. */
    public boolean isBefore(Category other) {
        return compareTo(other) < 0;
    }
}
