package io.playcaller.ingest.event;

import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import org.jspecify.annotations.Nullable;

/**
 * One item of a delivery.
 *
 * @param index its place in the delivery, from 0
 * @param id as far as it could be read; null when it could not
 * @param idAssigned whether the sender gave none and the door made it up
 * @param draft what it says, or why it cannot be used
 */
public record Item(int index, @Nullable String id, boolean idAssigned, RawItem raw, Step<Draft> draft) {

    /** With the sender's own id, or none. */
    public Item(int index, @Nullable String id, RawItem raw, Step<Draft> draft) {
        this(index, id, false, raw, draft);
    }

    public static Item readable(int index, RawItem raw, Draft draft) {
        return new Item(index, draft.id(), raw, Step.kept(draft));
    }

    public static Item refused(int index, @Nullable String id, RawItem raw, Refusal refusal) {
        return new Item(index, id, raw, Step.refused(refusal));
    }
}
