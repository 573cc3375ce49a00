package io.playcaller.ingest.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What putting many records does to the register. */
public final class Changes {

    private Changes() {}

    /**
     * One after the other: a record that comes twice meets what it became the first time.
     *
     * @param stored by key
     * @return as many as {@code proposed}, in its order
     */
    public static List<Change> inOrder(Map<String, Entry> stored, List<Proposed> proposed) {
        Map<String, Entry> present = new HashMap<>(stored);
        List<Change> changes = new ArrayList<>(proposed.size());
        for (Proposed next : proposed) {
            Change change = decide(present, next);
            if (change instanceof Change.Next written) {
                present.put(written.entry().key(), written.entry());
            }
            changes.add(change);
        }
        return List.copyOf(changes);
    }

    /** Each as if it came alone. */
    public static List<Change> each(Map<String, Entry> stored, List<Proposed> proposed) {
        return proposed.stream().map(next -> decide(stored, next)).toList();
    }

    private static Change decide(Map<String, Entry> present, Proposed next) {
        return Change.decide(present.get(next.entry().key()), next.entry(), next.seen());
    }
}
