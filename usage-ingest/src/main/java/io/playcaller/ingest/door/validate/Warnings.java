package io.playcaller.ingest.door.validate;

import io.playcaller.ingest.event.Draft;
import io.playcaller.ingest.event.Resolved;
import java.util.ArrayList;
import java.util.List;

/** What to say of an event that can be stored. */
public final class Warnings {

    private Warnings() {}

    public static List<Warning> of(Resolved event) {
        List<Warning> warnings = new ArrayList<>();
        Draft draft = event.draft();
        if (event.item().idAssigned()) {
            warnings.add(new Warning(
                    Warning.ID_ASSIGNED,
                    draft.places().id(),
                    "absent: sent again without it, it is another event and counts again"));
        }
        if (draft.times().happenedAt() == null) {
            warnings.add(
                    new Warning(Warning.TIME_ASSUMED, draft.places().time(), "absent: it happens when it is received"));
        } else if (event.envelope().time().equals(event.envelope().receivedAt())) {
            warnings.add(new Warning(
                    Warning.TIME_AHEAD,
                    draft.places().time(),
                    "not before the receipt: it happens when it is received"));
        }
        for (String field : UnreadFields.of(event.item())) {
            warnings.add(new Warning(Warning.FIELD_IGNORED, field, "nobody reads it"));
        }
        return List.copyOf(warnings);
    }
}
